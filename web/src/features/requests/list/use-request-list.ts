import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient, type InfiniteData, type UseInfiniteQueryResult, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../../api/client';
import type { Page, RequestRow, SavedView, ServiceRequest } from '../../../api/request-types';
import { requestKeys } from '../record/use-request';
import { useRequestNews } from '../request-news';
import { questionOf } from './list-filter';

type Pages = InfiniteData<Page<RequestRow>, string | null>;

const listKey = (question: string): readonly unknown[] => [...requestKeys.lists, 'page', question];

/** Pages of the list, one after another by where the last one ended, so that new rows never shift the old ones. */
export function useRequestList(search: URLSearchParams): UseInfiniteQueryResult<Pages> {
  const question = questionOf(search);
  return useInfiniteQuery({
    queryKey: listKey(question.toString()),
    queryFn: ({ pageParam }) => {
      const asked = new URLSearchParams(question);
      asked.set('take', '50');
      if (pageParam !== null) {
        asked.set('after', pageParam);
      }
      return send<Page<RequestRow>>('GET', `/api/requests?${asked}`);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Changes of listed requests are drawn where they stand; new ones are counted until the reader asks for them. */
export function useListNews(search: URLSearchParams): { fresh: number; showFresh: () => void } {
  const queries = useQueryClient();
  const key = listKey(questionOf(search).toString());
  const signature = key.join();
  const [news, setNews] = useState<{ signature: string; ids: ReadonlySet<string> }>({ signature, ids: new Set() });
  const ids = news.signature === signature ? news.ids : new Set<string>();

  useRequestNews(({ requestId }) => {
    const pages = queries.getQueryData<Pages>(key);
    const isListed = pages?.pages.some((page) => page.items.some((row) => row.id === requestId)) === true;
    if (!isListed) {
      setNews({ signature, ids: new Set([...ids, requestId]) });
      return;
    }
    void send<ServiceRequest>('GET', `/api/requests/${requestId}`)
      .then((request) => queries.setQueryData<Pages>(key, (known) => known && { ...known, pages: known.pages.map((page) => ({ ...page, items: page.items.map((row) => (row.id === requestId ? renewed(row, request) : row)) })) }))
      // The row may no longer be ours to see; the next reading of the list will tell.
      .catch(() => undefined);
  });

  return {
    fresh: ids.size,
    showFresh: () => {
      setNews({ signature, ids: new Set() });
      void queries.resetQueries({ queryKey: key });
    },
  };
}

function renewed(row: RequestRow, request: ServiceRequest): RequestRow {
  const { kind, subject, stage, priority, owner, changedAt } = request;
  return { ...row, kind, subject, stage, priority, owner, changedAt, customerName: request.customer?.name ?? null };
}

export function useViews(): UseQueryResult<SavedView[]> {
  return useQuery({ queryKey: requestKeys.views, queryFn: () => send<SavedView[]>('GET', '/api/requests/views'), staleTime: 5 * 60_000 });
}

export function useViewCounts(): UseQueryResult<Record<string, number>> {
  return useQuery({ queryKey: requestKeys.counts, queryFn: () => send<Record<string, number>>('GET', '/api/requests/views/counts'), staleTime: 30_000 });
}

export type NewView = { name: string; filter: string; isShared: boolean; order: number };

export function useSaveView(onSaved: (view: SavedView) => void): UseMutationResult<SavedView, Error, NewView> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (view: NewView) => send<SavedView>('POST', '/api/requests/views', view),
    onSuccess: async (view) => {
      await queries.invalidateQueries({ queryKey: requestKeys.views });
      void queries.invalidateQueries({ queryKey: requestKeys.counts });
      onSaved(view);
    },
  });
}

export function useDeleteView(): UseMutationResult<unknown, Error, string> {
  const queries = useQueryClient();
  return useMutation({ mutationFn: (id: string) => send('DELETE', `/api/requests/views/${id}`), onSuccess: () => queries.invalidateQueries({ queryKey: requestKeys.views }) });
}
