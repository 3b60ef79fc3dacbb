import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import type { Language } from '../../../ui/text/language';
import type { Names } from '../use-roles';

export type Unit = { code: string; names: Names; requestSeries: string; language: Language; region: string; timeZone: string; version: number };
export type Organisation = { name: string; language: Language; timeZone: string; isDemo: boolean; version: number; units: Unit[] };
export type UnitDraft = Omit<Unit, 'version'> & { version: number | null };

/** The key that every list of units shares. */
const organisationKey = ['organisation'] as const;

export function useOrganisation(): UseQueryResult<Organisation> {
  return useQuery({ queryKey: organisationKey, queryFn: () => send<Organisation>('GET', '/api/organisation'), staleTime: 5 * 60_000 });
}

export function useChangeOrganisation(onDone: () => void): UseMutationResult<Organisation, Error, Pick<Organisation, 'name' | 'language' | 'timeZone' | 'version'>> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (organisation: Pick<Organisation, 'name' | 'language' | 'timeZone' | 'version'>) => send<Organisation>('PUT', '/api/organisation', organisation),
    onSuccess: async () => {
      await Promise.all([queries.invalidateQueries({ queryKey: organisationKey }), queries.invalidateQueries({ queryKey: ['me'] })]);
      onDone();
    },
  });
}

/** Adds a unit, or changes one that has a version. A new unit gets processes and rules of its own, so everything is read again. */
export function useSaveUnit(onDone: (unit: Unit) => void): UseMutationResult<Unit, Error, UnitDraft> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ code, version, ...unit }: UnitDraft) => (version === null ? send<Unit>('POST', '/api/organisation/units', { code, ...unit }) : send<Unit>('PUT', `/api/organisation/units/${code}`, { version, ...unit })),
    onSuccess: async (unit) => {
      await queries.invalidateQueries();
      onDone(unit);
    },
  });
}
