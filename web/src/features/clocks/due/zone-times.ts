import { cultures, useLanguage, type Language } from '../../../ui/text/language';

export type ZoneTimes = { time: (at: string) => string; day: (at: string) => string; dayTime: (at: string) => string };

function writers(language: Language, timeZone: string): ZoneTimes {
  const write = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(cultures[language], { ...options, timeZone });
    return (at: string): string => format.format(new Date(at));
  };
  const time = write({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day = write({ weekday: 'short', day: 'numeric', month: 'short' });
  return { time, day, dayTime: (at) => `${day(at)} ${time(at)}` };
}

const known = new Map<string, ZoneTimes>();

/** Times as the wall clock of a calendar's zone shows them. */
export function useZoneTimes(timeZone: string): ZoneTimes {
  const language = useLanguage();
  const key = `${language} ${timeZone}`;
  const times = known.get(key) ?? writers(language, timeZone);
  known.set(key, times);
  return times;
}
