import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Macro = Schemas['DefineMacrosMacroRow'];
export type MacroStep = Schemas['MacroStep'];
export type MacroStepKind = Schemas['MacroStepKind'];
export type MacroThen = Schemas['MacroThen'];
export type MacroResult = Schemas['ChangeManyRow'];

export const macroKey = ['macros'] as const;

/** Everybody's macros and one's own; `enabled` is false for people who may not write. */
export function useMacros(enabled = true): UseQueryResult<Macro[]> {
  return useQuery({ queryKey: macroKey, queryFn: () => send<Macro[]>('GET', '/api/macros'), enabled, staleTime: 60_000 });
}

/** Makes all steps of a macro on one request, or none. */
export function useMacroOnOne(): UseMutationResult<unknown, Error, { requestId: string; version: number; macroId: string }> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ requestId, version, macroId }: { requestId: string; version: number; macroId: string }) => send('POST', `/api/requests/${requestId}/macros/${macroId}`, { version }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['requests'] }),
  });
}

/** Makes a macro on many requests; the answer tells of each. */
export function useMacroOnMany(): UseMutationResult<MacroResult[], Error, { macroId: string; ids: string[] }> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ macroId, ids }: { macroId: string; ids: string[] }) => send<MacroResult[]>('POST', `/api/macros/${macroId}/uses`, { ids }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['requests'] }),
  });
}
