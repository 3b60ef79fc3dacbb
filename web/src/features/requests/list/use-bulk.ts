import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import type { BulkAct, BulkAnswer } from '../../../api/request-types';
import { requestKeys } from '../record/use-request';

/** Only what the act needs is named. */
export type BulkWish = Pick<BulkAct, 'kind'> & Partial<Omit<BulkAct, 'kind' | 'userId'>> & { userId?: string | null };

/** The same act on each chosen request; the answer tells of each whether it was done and why not. */
export function useBulk(): UseMutationResult<BulkAnswer, Error, { ids: readonly string[]; act: BulkWish }> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ ids, act }: { ids: readonly string[]; act: BulkWish }) => send<BulkAnswer>('POST', '/api/requests/bulk', { ids, act }),
    onSettled: () => queries.invalidateQueries({ queryKey: requestKeys.all }),
  });
}

/** Takes an act back where nobody changed the requests since. */
export function useUndoBulk(): UseMutationResult<BulkAnswer, Error, string> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (undoId: string) => send<BulkAnswer>('POST', `/api/requests/bulk/${undoId}/undo`),
    onSettled: () => queries.invalidateQueries({ queryKey: requestKeys.all }),
  });
}
