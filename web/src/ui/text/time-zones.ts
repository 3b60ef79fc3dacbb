import { useMemo } from 'react';

/** Every time zone the browser knows, and the one that is written. */
export function useTimeZones(written: string): { value: string; label: string }[] {
  return useMemo(() => {
    const known = Intl.supportedValuesOf('timeZone');
    return (known.includes(written) || written === '' ? known : [written, ...known]).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  }, [written]);
}
