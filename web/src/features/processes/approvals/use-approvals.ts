import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import type { components } from '../../../api/schema';
import { useNews } from '../../../api/use-live';
import type { Names, Outcome, StageKind } from '../process-types';

type Schemas = components['schemas'];
export type StageFace = { code: string; kind: StageKind; names: Names };
export type Offer = { outcome: Outcome; to: StageFace | null; commentDue: boolean; partDue: boolean; completes: boolean };
export type Checker = { id: string; name: string; decision: Outcome | null; isLeft: boolean };
export type Ballot = { by: { id: string; name: string }; outcome: Outcome; comment: string | null; part: string | null; at: string };
export type Approval = Omit<Schemas['ApprovalView'], 'stage' | 'offers' | 'checkers' | 'ballots' | 'requestedBy'> & {
  stage: StageFace;
  offers: Offer[];
  checkers: Checker[];
  ballots: Ballot[];
  requestedBy: { id: string; name: string } | null;
};
export type Decision = { version: number; outcome: Outcome; comment: string | null; part: string | null };

export const approvalsKey = ['approvals'] as const;
const lookAgain = 60_000;

/** What waits for the decision of who looks; documents that move are news. */
export function useApprovals(): UseQueryResult<Approval[]> {
  const queries = useQueryClient();
  const again = (): void => void queries.invalidateQueries({ queryKey: approvalsKey });
  useNews('requests', again, again);
  useNews('processes', again, again);
  return useQuery({ queryKey: approvalsKey, queryFn: () => send<Approval[]>('GET', '/api/processes/approvals'), refetchInterval: lookAgain });
}

/** How the approval of one document stands; nothing when it does not wait for one. */
export function useApproval(document: string, id: string, version: number, isWaiting: boolean): UseQueryResult<Approval> {
  return useQuery({ queryKey: [...approvalsKey, document, id, version], queryFn: () => send<Approval>('GET', `/api/processes/approvals/${document}/${id}`), enabled: isWaiting, retry: false });
}

export function useDecide(approval: Approval, onDone: () => void): UseMutationResult<void, Error, Decision> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (decision: Decision) => send('POST', `/api/processes/approvals/${approval.document}/${approval.id}`, decision),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: approvalsKey });
      onDone();
    },
  });
}
