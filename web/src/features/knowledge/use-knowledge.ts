import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { send } from '../../api/client';
import { useNews } from '../../api/use-live';
import { useLanguage } from '../../ui/text/language';
import type { ArticleUse, ArticleView, DutyRow, GivenAnswer, Hit, Question, Reading, RequestKnowledge, Suggestion, Tree } from './knowledge-types';

/** Screens that show articles read them again when somebody changed one. */
export function useKnowledgeNews(): void {
  const queries = useQueryClient();
  const again = (): void => void queries.invalidateQueries({ queryKey: ['knowledge'] });
  useNews('knowledge', again, again);
}

export function useTree(unit: string | null, category: string | null = null): UseQueryResult<Tree> {
  const language = useLanguage();
  const asked = new URLSearchParams({ ...(unit === null ? {} : { unit }), ...(category === null ? {} : { category }) });
  return useQuery({ queryKey: ['knowledge', 'tree', language, asked.toString()], queryFn: () => send<Tree>('GET', `/api/knowledge/tree?${asked}`), placeholderData: keepPreviousData });
}

export function useArticle(id: string, language: string): UseQueryResult<ArticleView> {
  return useQuery({ queryKey: ['knowledge', 'article', id, language], queryFn: () => send<ArticleView>('GET', `/api/knowledge/articles/${id}?language=${language}`) });
}

export function useArticleUse(id: string): UseQueryResult<ArticleUse> {
  return useQuery({ queryKey: ['knowledge', 'use', id], queryFn: () => send<ArticleUse>('GET', `/api/knowledge/articles/${id}/use`) });
}

export function useNotFound(enabled: boolean): UseQueryResult<Question[]> {
  return useQuery({ queryKey: ['knowledge', 'not-found'], queryFn: () => send<Question[]>('GET', '/api/knowledge/not-found'), enabled });
}

export function useDuties(): UseQueryResult<DutyRow[]> {
  return useQuery({ queryKey: ['knowledge', 'duties'], queryFn: () => send<DutyRow[]>('GET', '/api/knowledge/duties') });
}

export function useSetDuty(): UseMutationResult<DutyRow[], Error, { unit: string; isRequired: boolean }> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ unit, isRequired }) => send<DutyRow[]>('PUT', `/api/knowledge/duties/${unit}`, { isRequired }),
    onSuccess: (rows) => queries.setQueryData(['knowledge', 'duties'], rows),
  });
}

export type SearchContext = { requestId?: string | undefined; unit?: string | undefined };

type Found = { searchId: string; hits: Hit[] };

/** A search is kept with its request, so it is asked for only when typing rests. */
export function useSearch(words: string, context: SearchContext): UseQueryResult<Found> {
  // Typing on continues the same search.
  const searchId = useRef<string | null>(null);
  const language = useLanguage();
  const queries = useQueryClient();
  return useQuery({
    queryKey: ['knowledge-search', language, context.requestId ?? null, context.unit ?? null, words],
    queryFn: async () => {
      const found = await send<Found>('POST', '/api/knowledge/searches', { words, searchId: searchId.current, ...context });
      searchId.current = found.searchId;
      if (context.requestId !== undefined) {
        void queries.invalidateQueries({ queryKey: ['knowledge', 'request', context.requestId] });
      }
      return found;
    },
    enabled: words !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
}

/** What a request is about. Category, unit and team are the request's own; `changedAt` says that they may be others now. */
export type About = { requestId: string; subject: string; unit: string; changedAt: string; teamId?: string | undefined };

export function useSuggestions({ requestId, subject, changedAt, teamId }: About, enabled = true): UseQueryResult<Suggestion[]> {
  const language = useLanguage();
  const asked = new URLSearchParams({
    request: requestId,
    ...(subject === '' ? {} : { subject: subject.slice(0, 400) }),
    ...(teamId === undefined ? {} : { team: teamId }),
  });
  return useQuery({
    queryKey: ['knowledge', 'suggestions', language, asked.toString(), changedAt],
    queryFn: () => send<Suggestion[]>('GET', `/api/knowledge/suggestions?${asked}`),
    enabled,
    placeholderData: keepPreviousData,
  });
}

export function useRequestKnowledge(requestId: string): UseQueryResult<RequestKnowledge> {
  return useQuery({ queryKey: ['knowledge', 'request', requestId], queryFn: () => send<RequestKnowledge>('GET', `/api/knowledge/requests/${requestId}`) });
}

export function useUseArticle(requestId: string): UseMutationResult<RequestKnowledge, Error, { articleId: string; readingId?: string | undefined }> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body) => send<RequestKnowledge>('POST', `/api/knowledge/requests/${requestId}/articles`, body),
    onSuccess: (state) => {
      queries.setQueryData(['knowledge', 'request', requestId], state);
      void queries.invalidateQueries({ queryKey: ['requests'] });
    },
  });
}

export function useTakeBack(requestId: string): UseMutationResult<RequestKnowledge, Error, string> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (articleId) => send<RequestKnowledge>('DELETE', `/api/knowledge/requests/${requestId}/articles/${articleId}`),
    onSuccess: (state) => {
      queries.setQueryData(['knowledge', 'request', requestId], state);
      void queries.invalidateQueries({ queryKey: ['requests'] });
    },
  });
}

export type Opening = { requestId?: string | undefined; searchId?: string | null | undefined; language?: string | undefined; anew?: boolean | undefined };

export function openReading(articleId: string, body: Opening): Promise<Reading> {
  return send<Reading>('POST', `/api/knowledge/articles/${articleId}/readings`, body);
}

export type Followed = { answers?: GivenAnswer[] | undefined; seconds: number; helped?: boolean | undefined; language?: string | undefined };

export function followReading(readingId: string, body: Followed): Promise<Reading> {
  return send<Reading>('PUT', `/api/knowledge/readings/${readingId}`, body);
}
