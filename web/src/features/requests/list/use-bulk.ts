import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import type { ServiceRequest } from '../../../api/request-types';
import { requestKeys } from '../record/use-request';

export type BulkAct = { kind: 'owner'; userId: string | null } | { kind: 'stage'; stage: string };
export type BulkOutcome = { done: string[]; refused: { id: string; why: unknown }[] };

/** The same act on each chosen request, as it stands now; what is refused is told and stays chosen. */
export function useBulk(): UseMutationResult<BulkOutcome, Error, { ids: readonly string[]; act: BulkAct }> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ ids, act }: { ids: readonly string[]; act: BulkAct }) => {
      const outcome: BulkOutcome = { done: [], refused: [] };
      for (const id of ids) {
        try {
          const { version } = await send<ServiceRequest>('GET', `/api/requests/${id}`);
          await (act.kind === 'owner' ? send('PUT', `/api/requests/${id}/owner`, { version, userId: act.userId }) : send('POST', `/api/requests/${id}/stage`, { version, stage: act.stage }));
          outcome.done.push(id);
        } catch (why) {
          outcome.refused.push({ id, why });
        }
      }
      return outcome;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: requestKeys.all }),
  });
}
