import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CascadeNode } from '../ui/fields/cascade-tree';
import { useLanguage } from '../ui/text/language';
import { api } from './client';
import type { components } from './schema';
import { useNews } from './use-live';

export type OfferedRow = components['schemas']['GetOfferRow'];
export type FormField = components['schemas']['FormField'];

/** Topic of the live news that definitions changed. */
export const definitionsTopic = 'definitions';
export const offerKey = ['definitions', 'offer'] as const;

export type Offer = {
  isLoading: boolean;
  /** The rows of a table, parents before their children; empty until they are here. */
  rows: (table: string) => readonly OfferedRow[];
  find: (table: string, id: string | null | undefined) => OfferedRow | undefined;
  byCode: (table: string, code: string) => OfferedRow | undefined;
};

const none: readonly OfferedRow[] = [];

/** What forms offer in a business unit: all tables in one answer, kept, and fetched anew when an operator changes one. */
export function useOffer(unit?: string | null): Offer {
  const queries = useQueryClient();
  const again = (): void => void queries.invalidateQueries({ queryKey: offerKey });
  useNews(definitionsTopic, again, again);
  const { data, isLoading } = useQuery({
    queryKey: [...offerKey, unit ?? null],
    queryFn: async () => (await api.GET('/api/definitions/offer', { params: { query: unit == null ? {} : { unit } } })).data?.tables ?? {},
    staleTime: 5 * 60_000,
  });
  return useMemo(() => {
    const rows = (table: string): readonly OfferedRow[] => data?.[table] ?? none;
    return {
      isLoading,
      rows,
      find: (table, id) => rows(table).find((row) => row.id === id),
      byCode: (table, code) => rows(table).find((row) => row.code === code),
    };
  }, [data, isLoading]);
}

/** How often each row of a table is used, a few minutes old. */
export function useOfferUses(table: string): UseQueryResult<Record<string, number>> {
  return useQuery({
    queryKey: ['definitions', 'uses', table],
    queryFn: async () => (await api.GET('/api/definitions/offer/uses', { params: { query: { table } } })).data ?? {},
    staleTime: 5 * 60_000,
  });
}

/** A tree table as the cascading field takes it, in the reader's language, with counts. */
export function useCascade(offer: Offer, table: string): readonly CascadeNode[] {
  const language = useLanguage();
  const { data: uses } = useOfferUses(table);
  const rows = offer.rows(table);
  return useMemo(() => cascadeOf(rows, (row) => row.names[language], uses ?? {}), [rows, language, uses]);
}

export function cascadeOf(rows: readonly OfferedRow[], nameOf: (row: OfferedRow) => string, uses: Readonly<Record<string, number>>): readonly CascadeNode[] {
  const below = (parent: string | null): CascadeNode[] =>
    rows
      .filter((row) => (row.parentId ?? null) === parent)
      .map((row) => {
        const children = below(row.id);
        return { id: row.id, label: nameOf(row), code: row.code, count: uses[row.id] ?? 0, ...(children.length === 0 ? {} : { children }) };
      });
  return below(null);
}
