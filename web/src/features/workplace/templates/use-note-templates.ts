import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import type { components } from '../../../api/schema';

type Schemas = components['schemas'];

export type NoteTemplate = Schemas['DefineTemplatesTemplateRow'];
export type TemplateKind = Schemas['TemplateKind'];
export type TemplatePreview = Schemas['DefineTemplatesPreview'];
export type Three = Schemas['Names'];

/** A template as it is being written; without an id it is new. */
export type TemplateDraft = Omit<NoteTemplate, 'id' | 'uses'> & { id: string | null };

export const newTemplate: TemplateDraft = { id: null, names: { tr: '', sv: '', en: '' }, texts: { tr: '', sv: '', en: '' }, kind: 'note', unit: null, categoryId: null, order: 100, isActive: true, version: 0 };

const key = ['note-templates'] as const;

export function useNoteTemplates(): UseQueryResult<NoteTemplate[]> {
  return useQuery({ queryKey: key, queryFn: () => send<NoteTemplate[]>('GET', '/api/note-templates') });
}

export function useVariables(): UseQueryResult<string[]> {
  return useQuery({ queryKey: [...key, 'variables'], queryFn: () => send<string[]>('GET', '/api/note-templates/variables'), staleTime: Number.POSITIVE_INFINITY });
}

export function useSaveTemplate(): UseMutationResult<NoteTemplate, Error, TemplateDraft> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...template }: TemplateDraft) => send<NoteTemplate>(id === null ? 'POST' : 'PUT', id === null ? '/api/note-templates' : `/api/note-templates/${id}`, template),
    onSuccess: () => queries.invalidateQueries({ queryKey: key, exact: true }),
  });
}

export function useDeleteTemplate(): UseMutationResult<void, Error, string> {
  const queries = useQueryClient();
  return useMutation({ mutationFn: (id: string) => send('DELETE', `/api/note-templates/${id}`), onSuccess: () => queries.invalidateQueries({ queryKey: key, exact: true }) });
}

/** The texts with the values of a real request; asked again when a text or the request changes. */
export function usePreview(texts: Three, number: string): UseQueryResult<TemplatePreview> {
  const asked = { texts, number: number.trim() === '' ? null : number.trim() };
  return useQuery({
    queryKey: [...key, 'preview', asked],
    queryFn: () => send<TemplatePreview>('POST', '/api/note-templates/preview', asked),
    enabled: Object.values(texts).some((text) => text.trim() !== ''),
    placeholderData: (before) => before,
    retry: false,
  });
}
