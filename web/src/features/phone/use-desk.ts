import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../api/client';
import type { CallCommand, DeskSnapshot, DeskState, DispositionChoice, Presence, PresenceState, TeamFigures } from '../../api/desk-types';
import { useCan } from '../../api/me';
import { useNews } from '../../api/use-live';

export const deskKey = ['desk'] as const;

/** The newest live picture of the desk, and how many came: an answer asked for before it is older than it. */
const told: { count: number; state: DeskState | null } = { count: 0, state: null };

async function readDesk(): Promise<DeskSnapshot> {
  const before = told.count;
  const read = await send<DeskSnapshot>('GET', '/api/desk');
  return told.count === before || told.state === null ? read : { ...read, ...told.state };
}

/** The agent's desk: presence, phone, call, his teams and his day. */
export function useDesk(): UseQueryResult<DeskSnapshot> {
  const mayTake = useCan('calls.take');
  return useQuery({ queryKey: deskKey, queryFn: readDesk, enabled: mayTake, staleTime: Number.POSITIVE_INFINITY });
}

/** Keeps the desk as the server tells it: each piece of news is a snapshot, and a gap is read again. */
export function useDeskNews(): void {
  const queries = useQueryClient();
  const refetch = (): void => void queries.invalidateQueries({ queryKey: deskKey });

  useNews<DeskState>(
    'desk',
    (news) => {
      told.count += 1;
      told.state = { ...news, call: news.call ?? null, callback: news.callback ?? null };
      const before = queries.getQueryData<DeskSnapshot>(deskKey);
      queries.setQueryData<DeskSnapshot>(deskKey, (desk) => (desk === undefined ? desk : { ...desk, ...news, call: news.call ?? null, callback: news.callback ?? null }));
      // What of an account may be seen hangs on the call: after it, and after a verification, it is asked for again.
      if (sightOf(before?.call) !== sightOf(told.state.call)) {
        void queries.invalidateQueries({ predicate: ({ queryKey: [first] }) => typeof first === 'string' && accountKeys.has(first) });
      }
      // A call that ended is one more answered today.
      if (before?.presence.activity === 'talking' && news.presence.activity !== 'talking') {
        refetch();
      }
    },
    refetch,
  );
  useNews<TeamFigures[]>(
    'teams',
    (figures) =>
      queries.setQueryData<DeskSnapshot>(deskKey, (desk) =>
        desk === undefined ? desk : { ...desk, teams: desk.teams.map((team) => figures.find((fresh) => fresh.teamId === team.teamId) ?? team) },
      ),
    refetch,
  );
}

/** First parts of the keys of what an account holds. */
const accountKeys = new Set(['customers', 'billing', 'subscriptions', 'sales']);

function sightOf(call: DeskState['call'] | undefined): string {
  return call == null ? '' : `${call.callId} ${call.class} ${call.customer?.id ?? ''}`;
}

/** Sends an act that answers with the presence; news that came meanwhile is newer than the answer. */
function usePresenceAct<Act>(order: (act: Act) => Promise<Presence>): UseMutationResult<Presence, Error, Act> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (act: Act) => {
      const before = told.count;
      const presence = await order(act);
      if (told.count === before) {
        queries.setQueryData<DeskSnapshot>(deskKey, (desk) => (desk === undefined || presence?.state === undefined ? desk : { ...desk, presence }));
      }
      return presence;
    },
  });
}

export type PresenceChoice = { state: PresenceState; reason?: string | undefined };

export function useChoosePresence(): UseMutationResult<Presence, Error, PresenceChoice> {
  return usePresenceAct((choice: PresenceChoice) => send<Presence>('PUT', '/api/desk/presence', choice));
}

export function useWrapUp(): UseMutationResult<Presence, Error, 'finish' | 'extend'> {
  return usePresenceAct((act: 'finish' | 'extend') => send<Presence>('POST', `/api/desk/wrap-up/${act}`));
}

/** Says what came of a call; the choice's id is what the team calls it. */
export function useDisposition(callId: string): UseMutationResult<unknown, Error, string> {
  return useMutation({ mutationKey: ['disposition', callId], mutationFn: (dispositionId: string) => send('PUT', '/api/desk/wrap-up/disposition', { callId, dispositionId }) });
}

const noChoices: readonly DispositionChoice[] = [];

/** What the team offers to be said of a call, in its order. */
export function useDispositions(team: string | undefined): readonly DispositionChoice[] {
  const { data } = useQuery({
    queryKey: ['dispositions', team],
    queryFn: () => send<DispositionChoice[]>('GET', `/api/desk/wrap-up/dispositions?team=${team ?? ''}`),
    enabled: team !== undefined,
    staleTime: 60_000,
  });
  return data ?? noChoices;
}

export type CallOrder = { callId: string; command: CallCommand };

/** Answer, refuse, hold, mute, hang up. The new state comes as news. */
export function useCallCommand(): UseMutationResult<unknown, Error, CallOrder> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ callId, command }: CallOrder) => send('POST', `/api/calls/${callId}/${command}`),
    onError: () => queries.invalidateQueries({ queryKey: deskKey }),
  });
}

export function usePressKeys(): UseMutationResult<unknown, Error, { callId: string; keys: string }> {
  return useMutation({ mutationFn: ({ callId, keys }: { callId: string; keys: string }) => send('POST', `/api/calls/${callId}/keys`, { keys }) });
}
