import { useEffect, useState } from 'react';

/** The value once it has not changed for a moment: what is typed is not asked letter by letter. */
export function useRested(value: string, pause = 450): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), value === '' ? 0 : pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return rested;
}
