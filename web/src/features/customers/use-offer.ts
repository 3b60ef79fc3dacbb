import { useQuery } from '@tanstack/react-query';
import { send } from '../../api/client';
import type { DefinitionName } from '../../api/customer-types';
import type { Option } from '../../ui/fields/select';
import { useNames } from '../../ui/text/names';

type Offer = { tables: Record<string, (DefinitionName & { unit: string | null })[]> };

/** What a form may choose of a definition table; what the record has already stays choosable. */
export function useOffer(table: string, kept?: DefinitionName | null): Option<string>[] {
  const names = useNames();
  const { data } = useQuery({ queryKey: ['definitions', 'offer', 'all'], queryFn: () => send<Offer>('GET', '/api/definitions/offer'), staleTime: 60_000 });
  const rows = data?.tables[table] ?? [];
  const all = kept == null || rows.some((row) => row.id === kept.id) ? rows : [kept, ...rows];
  return all.map((row) => ({ value: row.id, label: names(row.names) }));
}
