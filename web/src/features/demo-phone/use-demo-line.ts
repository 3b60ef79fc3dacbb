import { useQuery } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useLanguage } from '../../ui/text/language';
import { DemoLine, demoServer, type DemoServer } from './demo-line';
import { idle, type DemoCaller, type DemoNumber, type DemoPhoneState } from './demo-types';

export type DemoPhone = { line: DemoLine | null; phone: DemoPhoneState; callers: DemoCaller[] | undefined; numbers: DemoNumber[] | undefined; error: unknown };

/** Connects the telephone while the page is open; `connect` is replaced in tests. */
export function useDemoPhone(connect: (language: string) => DemoServer = demoServer): DemoPhone {
  const language = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['demo-phone', language],
    queryFn: async () => {
      const line = new DemoLine(connect(language));
      await line.connect();
      const [callers, numbers] = await Promise.all([line.server.callers(), line.server.numbers()]);
      // The first number is the one that is dialled when nothing is chosen.
      return { line, callers, numbers: numbers.toSorted((one, other) => (one.short ?? '~').localeCompare(other.short ?? '~')) };
    },
    retry: 2,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    structuralSharing: false,
  });
  const line = data?.line ?? null;
  const phone = useSyncExternalStore(line?.subscribe ?? nothing, line?.current ?? atRest);

  useEffect(() => () => void line?.stop(), [line]);

  return { line, phone, callers: data?.callers, numbers: data?.numbers, error };
}

const nothing = (): (() => void) => () => undefined;
const atRest = (): DemoPhoneState => idle;
