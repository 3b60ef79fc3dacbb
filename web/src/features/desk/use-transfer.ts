import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../api/client';
import type { ConsultAct, FaultKind, TechnicalNext, TransferTargets } from '../../api/desk-types';

const key = (callId: string) => ['transfer', callId] as const;

/** Where the caller can be sent, looked at again while the panel is open: who is free changes by the second. */
export function useTransferTargets(callId: string): UseQueryResult<TransferTargets> {
  return useQuery({ queryKey: key(callId), queryFn: () => send<TransferTargets>('GET', `/api/calls/${callId}/targets`), refetchInterval: 4000 });
}

export type TransferOrder = { team?: string; agent?: string; number?: string };

export function useTransfer(callId: string): UseMutationResult<unknown, Error, TransferOrder> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (order: TransferOrder) => send('POST', `/api/calls/${callId}/transfer`, order),
    onError: () => queries.invalidateQueries({ queryKey: key(callId) }),
  });
}

/** Rings a colleague or a number outside; the caller hears music. */
export function useConsult(callId: string): UseMutationResult<unknown, Error, { agent?: string; number?: string }> {
  return useMutation({ mutationFn: (who: { agent?: string; number?: string }) => send('POST', `/api/calls/${callId}/consult`, who) });
}

export function useConsultAct(callId: string): UseMutationResult<unknown, Error, ConsultAct> {
  return useMutation({ mutationFn: (act: ConsultAct) => send('POST', `/api/calls/${callId}/consult/${act}`) });
}

export type Fault = { customerId: string; fault: FaultKind | null; solvedOnPhone: boolean | null };

/** What Technical Support found; the answer says what may follow. */
export function useFindFault(callId: string): UseMutationResult<{ next: TechnicalNext }, Error, Fault> {
  return useMutation({ mutationFn: (fault: Fault) => send<{ next: TechnicalNext }>('PUT', `/api/calls/${callId}/fault`, fault) });
}
