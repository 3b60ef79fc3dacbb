import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLanguage } from '../../ui/text/language';
import { DemoLine, demoServer, type DemoServer } from './demo-line';
import { idle, type DemoCaller, type DemoNumber, type DemoPhoneState } from './demo-types';

export type DemoPhone = { line: DemoLine | null; phone: DemoPhoneState; callers: DemoCaller[] | undefined; numbers: DemoNumber[] | undefined; error: unknown };

/** Connects the telephone while the page is open; `connect` is replaced in tests. */
export function useDemoPhone(connect: (language: string) => DemoServer = demoServer): DemoPhone {
  const language = useLanguage();
  const [line, setLine] = useState<DemoLine | null>(null);
  const phone = useSyncExternalStore(line?.subscribe ?? nothing, line?.current ?? (() => idle));

  const { data, error } = useQuery({
    queryKey: ['demo-phone', language],
    queryFn: async () => {
      const next = new DemoLine(connect(language));
      await next.connect();
      const [callers, numbers] = await Promise.all([next.server.callers(), next.server.numbers()]);
      return { next, callers, numbers };
    },
    retry: 2,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

  const opened = data?.next;
  useEffect(() => {
    if (opened === undefined) {
      return undefined;
    }
    setLine(opened);
    return () => {
      setLine(null);
      void opened.stop();
    };
  }, [opened]);

  return { line, phone, callers: data?.callers, numbers: data?.numbers, error };
}

const nothing = (): (() => void) => () => undefined;
