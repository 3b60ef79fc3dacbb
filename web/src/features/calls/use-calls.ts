import { keepPreviousData, useInfiniteQuery, useQuery, type InfiniteData, type UseInfiniteQueryResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../api/client';
import type { Page } from '../../api/request-types';
import type { CallDetails, CallRow } from './call-types';

/** The call log, newest first. */
export function useCallLog(number: string, unit: string): UseInfiniteQueryResult<InfiniteData<Page<CallRow>>> {
  return useInfiniteQuery({
    queryKey: ['calls', 'list', number, unit],
    queryFn: ({ pageParam }) => {
      const asked = new URLSearchParams({ take: '50', ...(number === '' ? {} : { number }), ...(unit === '' ? {} : { unit }), ...(pageParam === null ? {} : { before: pageParam }) });
      return send<Page<CallRow>>('GET', `/api/calls?${asked}`);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    placeholderData: keepPreviousData,
  });
}

export function useCall(id: string): UseQueryResult<CallDetails> {
  return useQuery({ queryKey: ['calls', 'one', id], queryFn: () => send<CallDetails>('GET', `/api/calls/${id}`) });
}
