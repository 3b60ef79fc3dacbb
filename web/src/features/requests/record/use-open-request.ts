import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import { requestKeys } from './use-request';

export type NewRequest = { callId?: string | undefined; customerId?: string | undefined; unit?: string | undefined; channel?: string | undefined };
export type OpenedRequest = { id: string; number: string; version: number };

/** Each press of `N` is one request, and a press that is sent twice by a shaky line still is one. */
function pressKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** `N`: a numbered, empty request is saved at once; everything else comes after (M-04). */
export function useOpenRequest(onOpened: (request: OpenedRequest, asked: NewRequest) => void): UseMutationResult<OpenedRequest, Error, NewRequest> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (asked: NewRequest) => send<OpenedRequest>('POST', '/api/requests', asked, { 'Idempotency-Key': pressKey() }),
    onSuccess: async (request, asked) => {
      onOpened(request, asked);
      await Promise.all([client.invalidateQueries({ queryKey: requestKeys.lists }), client.invalidateQueries({ queryKey: requestKeys.counts })]);
    },
  });
}
