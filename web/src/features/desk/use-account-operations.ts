import { useMutation, useQuery, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { send } from '../../api/client';
import type { components } from '../../api/schema';

type Offered = components['schemas']['GetOfferResponse']['tables'][string][number];

/** The operator's list of what can be done with an account. */
export function useAccountOperations(): readonly Offered[] {
  const { data } = useQuery({ queryKey: ['definitions', 'offer', 'all'], queryFn: () => send<components['schemas']['GetOfferResponse']>('GET', '/api/definitions/offer'), staleTime: 60_000 });
  return data?.tables['account_operations'] ?? [];
}

export type NotedOperation = { customerId: string; operation: string; way: 'readOut' | 'done' };

/** Writes into the call's ledger what the agent told or did. */
export function useNoteDisclosure(callId: string): UseMutationResult<unknown, Error, NotedOperation> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (noted: NotedOperation) => send('POST', `/api/calls/${callId}/disclosures`, noted),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['calls'] }),
  });
}
