import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../api/client';
import { useCan } from '../../api/me';
import { untilPhoneReady, wishPhone } from '../../api/phone-bridge';
import type { components } from '../../api/schema';

export type LiveCall = components['schemas']['ListLiveCallsLiveCall'];
export type AttendMode = NonNullable<components['schemas']['AttendMode']>;
export type AttendOrder = { id: string; mode: AttendMode | null };

const key = ['calls', 'live'] as const;

/** Conversations that run now; asked again every few seconds while somebody looks. */
export function useLiveCalls(): UseQueryResult<LiveCall[]> {
  const may = useCan('calls.supervise');
  return useQuery({ queryKey: key, queryFn: () => send<LiveCall[]>('GET', '/api/calls/live'), enabled: may, refetchInterval: 2500 });
}

/** Listens, whispers, joins, or leaves (null); the phone is opened first where none is. */
export function useAttend(): UseMutationResult<unknown, Error, AttendOrder> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, mode }: AttendOrder) => {
      if (mode === null) {
        wishPhone(false);
        return send('POST', `/api/calls/${id}/attend/end`);
      }
      wishPhone(true);
      await untilPhoneReady();
      return send('POST', `/api/calls/${id}/attend`, { mode });
    },
    onError: () => wishPhone(false),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
}
