import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import type { PresenceState } from '../../../api/desk-types';
import { useNews } from '../../../api/use-live';
import type { Wallboard } from '../types';

export const wallboardKey = ['queues', 'wallboard'] as const;

/** The server tells a board for ninety seconds after it was read; half hours and days begin anew without any news. */
const readAgainAfter = 30_000;

/** Of two boards the younger holds: an answer may have been drawn before the news that overtook it. */
export function younger(one: Wallboard | undefined, other: Wallboard): Wallboard {
  return one !== undefined && Date.parse(one.at) > Date.parse(other.at) ? one : other;
}

/** The wallboard, live. */
export function useWallboard(): UseQueryResult<Wallboard> {
  const queries = useQueryClient();
  useNews<Wallboard>(
    'wallboard',
    (board) => queries.setQueryData<Wallboard>(wallboardKey, (known) => younger(known, board)),
    () => void queries.invalidateQueries({ queryKey: wallboardKey }),
  );
  return useQuery({
    queryKey: wallboardKey,
    queryFn: async () => younger(queries.getQueryData<Wallboard>(wallboardKey), await send<Wallboard>('GET', '/api/queues/wallboard')),
    refetchInterval: readAgainAfter,
    refetchIntervalInBackground: true,
    structuralSharing: false,
  });
}

/** Takes a promise back: nobody is called. */
export function useCancelCallback(): UseMutationResult<unknown, Error, string> {
  const queries = useQueryClient();
  return useMutation({ mutationFn: (id: string) => send('DELETE', `/api/queues/callbacks/${id}`), onSettled: () => queries.invalidateQueries({ queryKey: wallboardKey }) });
}

export type AgentPresence = { userId: string; state: PresenceState; reason?: string };

/** A supervisor sets somebody's presence; the board hears of it as of everything. */
export function useSetAgentPresence(): UseMutationResult<unknown, Error, AgentPresence> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ userId, ...presence }: AgentPresence) => send('PUT', `/api/queues/agents/${userId}/presence`, presence),
    onSuccess: () => queries.invalidateQueries({ queryKey: wallboardKey }),
  });
}
