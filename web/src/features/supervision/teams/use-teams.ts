import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import type { DispositionChoice } from '../../../api/desk-types';
import type { TeamSettings } from '../types';

const teamsKey = ['queues', 'teams'] as const;

export type Person = { id: string; displayName: string; isActive: boolean };

export function useTeams(): UseQueryResult<TeamSettings[]> {
  return useQuery({ queryKey: teamsKey, queryFn: () => send<TeamSettings[]>('GET', '/api/queues/teams') });
}

export function usePeople(): readonly Person[] {
  const { data } = useQuery({ queryKey: ['people'], queryFn: () => send<Person[]>('GET', '/api/people'), staleTime: 60_000 });
  return data ?? [];
}

/** Every outcome of a call that a team can offer. */
export function useAllDispositions(): readonly DispositionChoice[] {
  const { data } = useQuery({ queryKey: ['queues', 'dispositions'], queryFn: () => send<DispositionChoice[]>('GET', '/api/queues/dispositions'), staleTime: 60_000 });
  return data ?? [];
}

export function useSaveTeam(): UseMutationResult<TeamSettings, Error, TeamSettings> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (team: TeamSettings) => send<TeamSettings>('PUT', `/api/queues/teams/${team.id}`, team),
    onSuccess: (saved) => {
      queries.setQueryData<TeamSettings[]>(teamsKey, (teams) => teams?.map((team) => (team.id === saved.id ? saved : team)));
      void queries.invalidateQueries({ queryKey: ['queues'] });
    },
  });
}
