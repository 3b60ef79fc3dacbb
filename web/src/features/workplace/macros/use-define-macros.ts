import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import { macroKey, type Macro } from '../../../api/macros';
import type { Definitions } from '../../../api/request-types';
import type { components } from '../../../api/schema';

/** A macro as it is being written; without an id it is new. */
export type MacroDraft = Omit<Macro, 'id'> & { id: string | null };

export const newMacro: MacroDraft = { id: null, names: { tr: '', sv: '', en: '' }, isShared: false, unit: null, steps: [], then: 'stay', key: null, order: 100, isActive: true, version: 0 };

export function useSaveMacro(): UseMutationResult<Macro, Error, MacroDraft> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...macro }: MacroDraft) => send<Macro>(id === null ? 'POST' : 'PUT', id === null ? '/api/macros' : `/api/macros/${id}`, macro),
    onSuccess: () => queries.invalidateQueries({ queryKey: macroKey }),
  });
}

export function useDeleteMacro(): UseMutationResult<void, Error, string> {
  const queries = useQueryClient();
  return useMutation({ mutationFn: (id: string) => send('DELETE', `/api/macros/${id}`), onSuccess: () => queries.invalidateQueries({ queryKey: macroKey }) });
}

/** Stages, people and teams a step may choose. */
export function useStepChoices(): UseQueryResult<Definitions> {
  return useQuery({ queryKey: ['requests', 'definitions'], queryFn: () => send<Definitions>('GET', '/api/requests/definitions'), staleTime: 10 * 60_000 });
}

/** Templates a note can be made of; only people who define templates may read all of them. */
export function useTemplateChoices(enabled: boolean): UseQueryResult<components['schemas']['DefineTemplatesTemplateRow'][]> {
  return useQuery({ queryKey: ['note-templates'], queryFn: () => send<components['schemas']['DefineTemplatesTemplateRow'][]>('GET', '/api/note-templates'), enabled });
}
