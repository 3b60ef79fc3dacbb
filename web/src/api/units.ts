import { useQuery } from '@tanstack/react-query';
import { send } from './client';

export type Unit = { code: string; names: { tr: string; sv: string; en: string } };

/** The organisation's business units, as an administrator named them; none until they are read. */
export function useUnits(): readonly Unit[] {
  const { data } = useQuery({ queryKey: ['organisation'], queryFn: () => send<{ units: Unit[] }>('GET', '/api/organisation'), staleTime: 5 * 60_000 });
  return data?.units ?? [];
}
