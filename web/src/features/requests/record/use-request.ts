import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import type { Definitions, ServiceRequest, TimelineEntry } from '../../../api/request-types';
import type { RequestFields } from './request-fields';

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

export async function saveRequest(id: string, version: number, fields: RequestFields, isClosing = false): Promise<ServiceRequest> {
  const body = {
    version,
    kind: fields.kind,
    subject: fields.subject,
    text: fields.text,
    contactMethodId: fields.contactMethodId,
    customerId: fields.customer?.id ?? null,
    priority: fields.priority,
  };
  return send<ServiceRequest>('PUT', `/api/requests/${id}`, body, {}, isClosing);
}

/** After an act on the record: the record, its timeline and the lists it may now stand in otherwise. */
export function useRenewed(id: string): (request?: ServiceRequest) => void {
  const client = useQueryClient();
  return (request) => {
    if (request?.version !== undefined) {
      client.setQueryData(requestKeys.one(id), request);
    }
    void client.invalidateQueries({ queryKey: requestKeys.one(id) });
    void client.invalidateQueries({ queryKey: requestKeys.lists });
    void client.invalidateQueries({ queryKey: requestKeys.counts });
  };
}

export type NewNote = { text: string; customerSees: boolean };

export function useAddNote(id: string): UseMutationResult<unknown, Error, NewNote> {
  const renewed = useRenewed(id);
  return useMutation({ mutationFn: (note: NewNote) => send('POST', `/api/requests/${id}/notes`, note), onSuccess: () => renewed() });
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

export function useLinkCall(): UseMutationResult<unknown, Error, { id: string; callId: string }> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, callId }: { id: string; callId: string }) => send('POST', `/api/requests/${id}/calls`, { callId }),
    onSuccess: (_, { id }) => client.invalidateQueries({ queryKey: requestKeys.one(id) }),
  });
}
