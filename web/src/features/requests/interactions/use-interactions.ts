import { useInfiniteQuery, useMutation, useQuery, useQueryClient, type InfiniteData, type UseInfiniteQueryResult, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import type { Interaction, Page, Volumes } from '../../../api/request-types';

const key = ['interactions'] as const;

/** Contacts, newest first: every call, and what people wrote down. */
export function useInteractions(): UseInfiniteQueryResult<InfiniteData<Page<Interaction>, string | null>> {
  return useInfiniteQuery({
    queryKey: [...key, 'list'],
    queryFn: ({ pageParam }) => send<Page<Interaction>>('GET', `/api/interactions?${new URLSearchParams({ take: '50', ...(pageParam === null ? {} : { after: pageParam }) })}`),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
  });
}

export type VolumeGrouping = 'contactChannel' | 'contactCategory' | 'contactMethod' | 'requestKind';

export function useVolumes(by: VolumeGrouping): UseQueryResult<Volumes> {
  return useQuery({ queryKey: [...key, 'volumes', by], queryFn: () => send<Volumes>('GET', `/api/requests/volumes?${new URLSearchParams({ by })}`) });
}

export type NewInteraction = { categoryId: string | null; methodId: string | null; channel: string; customerId: string | null; text: string };

export function useRecordInteraction(): UseMutationResult<Interaction, Error, NewInteraction> {
  const queries = useQueryClient();
  return useMutation({ mutationFn: (made: NewInteraction) => send<Interaction>('POST', '/api/interactions', made), onSuccess: () => queries.invalidateQueries({ queryKey: key }) });
}

export function useClassify(id: string): UseMutationResult<Interaction, Error, { categoryId: string | null; methodId: string | null; text: string }> {
  const queries = useQueryClient();
  return useMutation({ mutationFn: (about: { categoryId: string | null; methodId: string | null; text: string }) => send<Interaction>('PUT', `/api/interactions/${id}`, about), onSuccess: () => queries.invalidateQueries({ queryKey: key }) });
}
