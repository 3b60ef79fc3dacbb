import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import type { ServiceRequest } from '../../../api/request-types';
import { requestKeys } from '../record/use-request';

export type Merge = { id: string; version: number; intoId: string; intoVersion: number; take: readonly string[] };

/** One request is followed in another from now on; the answer is the one that remains. */
export function useMerge(): UseMutationResult<ServiceRequest, Error, Merge> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...merge }: Merge) => send<ServiceRequest>('POST', `/api/requests/${id}/merge`, merge),
    onSuccess: () => queries.invalidateQueries({ queryKey: requestKeys.all }),
  });
}

/** Takes a merge back; the answer is the request that stands by itself again. */
export function useUnmerge(): UseMutationResult<ServiceRequest, Error, { id: string; version: number }> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) => send<ServiceRequest>('POST', `/api/requests/${id}/unmerge`, { version }),
    onSuccess: () => queries.invalidateQueries({ queryKey: requestKeys.all }),
  });
}
