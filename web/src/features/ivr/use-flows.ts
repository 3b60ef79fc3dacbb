import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../api/client';
import type { Caller, Choices, FlowRow, FlowView, Simulation, Version } from './flow-types';

export const flowsKey = ['ivr'] as const;
export const flowKey = (code: string): readonly string[] => [...flowsKey, 'flow', code];

export const addressOf = (code: string): string => `/api/ivr/flows/${encodeURIComponent(code)}`;

export function useFlows(): UseQueryResult<FlowRow[]> {
  return useQuery({ queryKey: [...flowsKey, 'list'], queryFn: () => send<FlowRow[]>('GET', '/api/ivr/flows') });
}

/** Read once: while somebody draws, an answer from the server must not take the pen from his hand. */
export function useFlow(code: string): UseQueryResult<FlowView> {
  return useQuery({ queryKey: flowKey(code), queryFn: () => send<FlowView>('GET', addressOf(code)), staleTime: Infinity, gcTime: 0 });
}

export function useFlowChoices(): UseQueryResult<Choices> {
  return useQuery({ queryKey: [...flowsKey, 'choices'], queryFn: () => send<Choices>('GET', '/api/ivr/choices'), staleTime: 60_000 });
}

export function useFlowVersions(code: string, published: number): UseQueryResult<Version[]> {
  return useQuery({ queryKey: [...flowKey(code), 'versions', published], queryFn: () => send<Version[]>('GET', `${addressOf(code)}/versions`) });
}

export type WalkAs = { caller: Caller; open: boolean; language: string; script: readonly string[] };

/** The walk as far as it has gone. `mark` names what is walked: when the drawing is saved anew, the same keys are pressed again. */
export function useWalk(code: string, mark: string, walk: WalkAs): UseQueryResult<Simulation> {
  return useQuery({
    queryKey: [...flowKey(code), 'walk', mark, walk],
    queryFn: () => send<Simulation>('POST', `${addressOf(code)}/simulate`, { version: null, ...walk }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}
