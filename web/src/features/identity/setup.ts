import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../api/client';

export type DemoUser = { userName: string; displayName: string; role: string };

export type Setup = { isEmpty: boolean; isDemo: boolean; demoUsers: DemoUser[]; organisation: string | null };

export const setupKey = ['setup'] as const;

/** Whether the installation is new, and what its sign-in page offers. */
export function useSetup(): UseQueryResult<Setup> {
  return useQuery({ queryKey: setupKey, queryFn: () => send<Setup>('GET', '/api/setup') });
}
