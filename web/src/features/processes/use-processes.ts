import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../api/client';
import type { Choices, Diff, ProcessRow, ProcessView, Version } from './process-types';

export const processesKey = ['processes'] as const;
export const processKey = (document: string, unit: string): readonly string[] => [...processesKey, document, unit];

export const addressOf = (document: string, unit: string): string => `/api/processes/${encodeURIComponent(document)}/${encodeURIComponent(unit)}`;

export function useProcesses(): UseQueryResult<ProcessRow[]> {
  return useQuery({ queryKey: [...processesKey, 'list'], queryFn: () => send<ProcessRow[]>('GET', '/api/processes') });
}

/** Read once: while somebody draws, an answer from the server must not take the pen from his hand. */
export function useProcess(document: string, unit: string): UseQueryResult<ProcessView> {
  return useQuery({ queryKey: processKey(document, unit), queryFn: () => send<ProcessView>('GET', addressOf(document, unit)), staleTime: Infinity, gcTime: 0 });
}

export function useChoices(): UseQueryResult<Choices> {
  return useQuery({ queryKey: [...processesKey, 'choices'], queryFn: () => send<Choices>('GET', '/api/processes/choices'), staleTime: 60_000 });
}

export function useVersions(document: string, unit: string, published: number): UseQueryResult<Version[]> {
  return useQuery({ queryKey: [...processKey(document, unit), 'versions', published], queryFn: () => send<Version[]>('GET', `${addressOf(document, unit)}/versions`) });
}

export function useDiff(document: string, unit: string, from: number, mark: number | null): UseQueryResult<Diff> {
  return useQuery({ queryKey: [...processKey(document, unit), 'diff', from, mark], queryFn: () => send<Diff>('GET', `${addressOf(document, unit)}/diff?from=${from}`) });
}
