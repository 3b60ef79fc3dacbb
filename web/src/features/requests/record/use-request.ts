import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import type { Definitions, ServiceRequest, TimelineEntry } from '../../../api/request-types';
import { bodyOf, type RequestFields } from './request-fields';

export const requestKeys = {
  all: ['requests'] as const,
  lists: ['requests', 'list'] as const,
  counts: ['requests', 'counts'] as const,
  views: ['requests', 'views'] as const,
  one: (id: string) => ['requests', 'one', id] as const,
  timeline: (id: string) => ['requests', 'one', id, 'timeline'] as const,
  definitions: ['requests', 'definitions'] as const,
};

export function useRequest(id: string): UseQueryResult<ServiceRequest> {
  return useQuery({ queryKey: requestKeys.one(id), queryFn: () => send<ServiceRequest>('GET', `/api/requests/${id}`) });
}

export function useTimeline(id: string): UseQueryResult<TimelineEntry[]> {
  return useQuery({ queryKey: requestKeys.timeline(id), queryFn: () => send<TimelineEntry[]>('GET', `/api/requests/${id}/timeline`) });
}

export function useDefinitions(): UseQueryResult<Definitions> {
  return useQuery({ queryKey: requestKeys.definitions, queryFn: () => send<Definitions>('GET', '/api/requests/definitions'), staleTime: 10 * 60_000 });
}

/** Tags in use that begin as typed, the most used first. */
export function useTags(begins: string, isAsked: boolean): UseQueryResult<string[]> {
  return useQuery({ queryKey: ['requests', 'tags', begins], queryFn: () => send<string[]>('GET', `/api/requests/tags?${new URLSearchParams({ begins })}`), enabled: isAsked });
}

export async function saveRequest(id: string, version: number, fields: RequestFields, isClosing = false): Promise<ServiceRequest> {
  return send<ServiceRequest>('PUT', `/api/requests/${id}`, { version, ...bodyOf(fields) }, {}, isClosing);
}

/** After an act on the record: the record, its timeline and the lists it may now stand in otherwise. */
export function useRenewed(id: string): (request?: ServiceRequest) => void {
  const client = useQueryClient();
  return (request) => {
    if (request?.version !== undefined) {
      client.setQueryData(requestKeys.one(id), request);
    }
    // A first reading that is still on its way began before the act; left alone, it would count as the answer to this asking.
    void client.cancelQueries({ queryKey: requestKeys.one(id) }).then(() => client.invalidateQueries({ queryKey: requestKeys.one(id) }));
    void client.invalidateQueries({ queryKey: requestKeys.lists });
    void client.invalidateQueries({ queryKey: requestKeys.counts });
  };
}

export type NewNote = { text: string; customerSees: boolean; fileIds?: readonly string[] };

export function useAddNote(id: string): UseMutationResult<unknown, Error, NewNote> {
  const renewed = useRenewed(id);
  return useMutation({ mutationFn: (note: NewNote) => send('POST', `/api/requests/${id}/notes`, note), onSuccess: () => renewed() });
}

export function useAttach(id: string): UseMutationResult<unknown, Error, readonly string[]> {
  const renewed = useRenewed(id);
  return useMutation({ mutationFn: (fileIds: readonly string[]) => send('POST', `/api/requests/${id}/files`, { fileIds }), onSuccess: () => renewed() });
}

export function useDetach(id: string): UseMutationResult<unknown, Error, string> {
  const renewed = useRenewed(id);
  return useMutation({ mutationFn: (fileId: string) => send('DELETE', `/api/requests/${id}/files/${fileId}`), onSuccess: () => renewed() });
}

export type StageMove = { version: number; stage: string; comment?: string | undefined };

export function useMoveStage(id: string): UseMutationResult<ServiceRequest | undefined, Error, StageMove> {
  const renewed = useRenewed(id);
  return useMutation({ mutationFn: (move: StageMove) => send<ServiceRequest | undefined>('POST', `/api/requests/${id}/stage`, move), onSuccess: (request) => renewed(request) });
}

export type Handover = { version: number; userId: string | null };

export function useAssign(id: string): UseMutationResult<ServiceRequest | undefined, Error, Handover> {
  const renewed = useRenewed(id);
  return useMutation({ mutationFn: (owner: Handover) => send<ServiceRequest | undefined>('PUT', `/api/requests/${id}/owner`, owner), onSuccess: (request) => renewed(request) });
}

export function usePassOn(id: string): UseMutationResult<ServiceRequest | undefined, Error, { version: number; teamId: string | null }> {
  const renewed = useRenewed(id);
  return useMutation({ mutationFn: (team: { version: number; teamId: string | null }) => send<ServiceRequest | undefined>('PUT', `/api/requests/${id}/team`, team), onSuccess: (request) => renewed(request) });
}

export function useTag(id: string): UseMutationResult<ServiceRequest | undefined, Error, { add?: string[]; remove?: string[] }> {
  const renewed = useRenewed(id);
  return useMutation({ mutationFn: (tags: { add?: string[]; remove?: string[] }) => send<ServiceRequest | undefined>('POST', `/api/requests/${id}/tags`, tags), onSuccess: (request) => renewed(request) });
}

export type Watching = { personId: string; watches: boolean };

export function useWatch(id: string): UseMutationResult<ServiceRequest | undefined, Error, Watching> {
  const renewed = useRenewed(id);
  return useMutation({ mutationFn: ({ personId, watches }: Watching) => send<ServiceRequest | undefined>(watches ? 'PUT' : 'DELETE', `/api/requests/${id}/watchers/${personId}`), onSuccess: (request) => renewed(request) });
}

export type Relating = { otherId: string; related: boolean };

export function useRelate(id: string): UseMutationResult<ServiceRequest | undefined, Error, Relating> {
  const renewed = useRenewed(id);
  return useMutation({ mutationFn: ({ otherId, related }: Relating) => send<ServiceRequest | undefined>(related ? 'PUT' : 'DELETE', `/api/requests/${id}/related/${otherId}`), onSuccess: (request) => renewed(request) });
}

export function useSetParent(id: string): UseMutationResult<ServiceRequest | undefined, Error, { version: number; parentId: string | null }> {
  const renewed = useRenewed(id);
  return useMutation({ mutationFn: (family: { version: number; parentId: string | null }) => send<ServiceRequest | undefined>('PUT', `/api/requests/${id}/parent`, family), onSuccess: (request) => renewed(request) });
}

export function useLinkCall(): UseMutationResult<unknown, Error, { id: string; callId: string }> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, callId }: { id: string; callId: string }) => send('POST', `/api/requests/${id}/calls`, { callId }),
    onSuccess: (_, { id }) => client.invalidateQueries({ queryKey: requestKeys.one(id) }),
  });
}
