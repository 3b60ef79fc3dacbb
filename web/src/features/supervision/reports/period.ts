import { useSearchParams } from 'react-router';
import { serverNow } from '../../../ui/text/now';

const day = 86_400_000;

/** The calendar day of an instant where the reader sits, as YYYY-MM-DD. */
export function dayOf(at: number): string {
  const local = new Date(at);
  return `${local.getFullYear()}-${String(local.getMonth() + 1).padStart(2, '0')}-${String(local.getDate()).padStart(2, '0')}`;
}

/** The Monday of a calendar day's week. */
export function mondayOf(date: string): string {
  const at = Date.parse(`${date}T00:00:00Z`);
  return new Date(at - ((new Date(at).getUTCDay() + 6) % 7) * day).toISOString().slice(0, 10);
}

/** A calendar day so many days later. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
}

export type Setter = (values: Record<string, string | null>) => void;

/** What a report is asked for, in the address; the last seven days until something else is chosen. */
export function useAsked(standard: Record<string, string> = {}): [(name: string) => string, Setter] {
  const [search, setSearch] = useSearchParams();
  const today = dayOf(serverNow());
  const given: Record<string, string> = { from: daysAfter(today, -6), until: today, ...standard };
  const get = (name: string): string => search.get(name) ?? given[name] ?? '';
  const set: Setter = (values) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(values)) {
          if (value === null || value === '' || value === given[name]) {
            next.delete(name);
          } else {
            next.set(name, value);
          }
        }
        return next;
      },
      { replace: true },
    );
  return [get, set];
}
