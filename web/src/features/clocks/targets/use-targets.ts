import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import type { Target, TargetAnswer } from '../../../api/clock-types';

export function useTargets(): UseQueryResult<Target[]> {
  return useQuery({ queryKey: ['clocks', 'targets'], queryFn: () => send<Target[]>('GET', '/api/clocks/targets') });
}

/** A target with an id is changed, one without is set; one without any time is taken away. */
export type TargetChange = Omit<Target, 'id'> & { id: string | null };

export function useSetTarget(onDone: () => void): UseMutationResult<void, Error, TargetChange> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, ...target }: TargetChange) => {
      if (target.responseMinutes === null && target.resolutionMinutes === null && id !== null) {
        await send('DELETE', `/api/clocks/targets/${id}?version=${target.version}`);
      } else {
        await (id === null ? send('POST', '/api/clocks/targets', target) : send('PUT', `/api/clocks/targets/${id}`, target));
      }
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['clocks'] });
      onDone();
    },
    // Somebody else has changed it meanwhile: show what is there now.
    onError: () => void queries.invalidateQueries({ queryKey: ['clocks', 'targets'] }),
  });
}

export type Tried = { openedAt: string; firstAnswer: TargetAnswer | null; resolution: TargetAnswer | null };
export type Trial = { unit: string; teamId: string | null; priorityId: string | null; categoryId: string | null; openedAt: string | null };

export function useTryTargets(trial: Trial): UseQueryResult<Tried> {
  return useQuery({ queryKey: ['clocks', 'try', trial], queryFn: () => send<Tried>('POST', '/api/clocks/targets/try', trial), enabled: trial.unit !== '', retry: false, placeholderData: (before) => before });
}
