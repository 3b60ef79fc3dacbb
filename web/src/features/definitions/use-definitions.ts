import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { api, send } from '../../api/client';
import { definitionsTopic } from '../../api/offer';
import { useNews } from '../../api/use-live';
import type { Place } from './tree';
import type { HistoryEntry, ImportAnswer, Prerequisite, Row, RowDraft, TableSummary } from './types';

const key = ['definitions'] as const;

export type Unit = { code: string; names: { tr: string; sv: string; en: string } };

/** All that the page shows is fetched anew when anyone changes a definition. */
export function useDefinitionNews(): void {
  const queries = useQueryClient();
  const again = (): void => void queries.invalidateQueries({ queryKey: key });
  useNews(definitionsTopic, again, again);
}

export function useTables(): UseQueryResult<TableSummary[]> {
  return useQuery({ queryKey: [...key, 'tables'], queryFn: async () => (await api.GET('/api/definitions/tables')).data ?? [] });
}

export function useTableRows(table: string): UseQueryResult<{ table: TableSummary; rows: Row[] }> {
  return useQuery({
    queryKey: [...key, 'rows', table],
    queryFn: async () => {
      const { data } = await api.GET('/api/definitions/tables/{table}', { params: { path: { table } } });
      if (data === undefined) {
        throw new Error('An answer without a body.');
      }
      return data;
    },
  });
}

export function useRowUses(table: string): UseQueryResult<Record<string, number>> {
  return useQuery({
    queryKey: [...key, 'counts', table],
    queryFn: async () => (await api.GET('/api/definitions/tables/{table}/uses', { params: { path: { table } } })).data ?? {},
  });
}

export function useReadiness(): UseQueryResult<{ ready: number; total: number; rows: Prerequisite[] }> {
  return useQuery({ queryKey: [...key, 'readiness'], queryFn: async () => (await api.GET('/api/definitions/readiness')).data ?? { ready: 0, total: 0, rows: [] } });
}

/** The changes of one row, or of the whole table. */
export function useHistory(table: string, row: string | null): UseQueryResult<HistoryEntry[]> {
  return useQuery({
    queryKey: [...key, 'history', table, row],
    queryFn: async () =>
      (row === null
        ? (await api.GET('/api/definitions/tables/{table}/history', { params: { path: { table } } })).data
        : (await api.GET('/api/definitions/rows/{id}/history', { params: { path: { id: row } } })).data) ?? [],
  });
}

const noUnits: readonly Unit[] = [];

export function useUnits(): readonly Unit[] {
  const { data } = useQuery({ queryKey: ['organisation'], queryFn: () => send<{ units: Unit[] }>('GET', '/api/organisation'), staleTime: 5 * 60_000 });
  return data?.units ?? noUnits;
}

function useAct<Given, Answer>(act: (given: Given) => Promise<Answer>): UseMutationResult<Answer, Error, Given> {
  const queries = useQueryClient();
  // Awaited, so that what was saved is on the screen before the form closes.
  return useMutation({ mutationFn: act, onSuccess: () => queries.invalidateQueries({ queryKey: key }) });
}

export type Addition = { table: string; draft: RowDraft; parentId: string | null; level: number; before?: string | null };

export function useAddRow(): UseMutationResult<Row, Error, Addition> {
  return useAct(({ table, draft, parentId, level, before }) =>
    send<Row>('POST', `/api/definitions/tables/${encodeURIComponent(table)}/rows`, { ...draft, parentId, level, before: before ?? null }),
  );
}

export type RowChange = { id: string; version: number; draft: RowDraft };

export function useChangeRow(): UseMutationResult<Row, Error, RowChange> {
  return useAct(({ id, version, draft: { names, unit, values, fields } }) => send<Row>('PUT', `/api/definitions/rows/${id}`, { version, names, unit, values, fields }));
}

export function useMoveRow(): UseMutationResult<Row, Error, { row: Row; place: Place }> {
  return useAct(({ row, place }) => send<Row>('POST', `/api/definitions/rows/${row.id}/move`, { version: row.version, ...place }));
}

export function useSwitchRow(): UseMutationResult<Row, Error, { row: Row; isActive: boolean }> {
  return useAct(({ row, isActive }) => send<Row>('POST', `/api/definitions/rows/${row.id}/${isActive ? 'activate' : 'deactivate'}`, { version: row.version }));
}

export function useDeleteRow(): UseMutationResult<void, Error, Row> {
  return useAct((row) => send('DELETE', `/api/definitions/rows/${row.id}?version=${row.version}`));
}

export function useImport(table: string): UseMutationResult<ImportAnswer, Error, { file: Blob; isPreview: boolean }> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ file, isPreview }) => sendFile(`/api/definitions/tables/${encodeURIComponent(table)}/import${isPreview ? '/preview' : ''}`, file),
    onSuccess: (_, { isPreview }) => (isPreview ? undefined : queries.invalidateQueries({ queryKey: key })),
  });
}

async function sendFile(path: string, file: Blob): Promise<ImportAnswer> {
  return send<ImportAnswer>('POST', path, file, { 'Content-Type': 'text/csv' });
}
