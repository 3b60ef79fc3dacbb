import { useQuery, type QueryClient, type UseQueryResult } from '@tanstack/react-query';
import { dismissToasts } from '../ui/overlays/toasts';
import type { Language } from '../ui/text/language';
import type { ThemeChoice } from '../ui/theme/theme';
import { send } from './client';
import { isRefusal } from './refusal';

export type Me = {
  id: string;
  userName: string;
  displayName: string;
  language: Language;
  theme: ThemeChoice;
  roles: string[];
  permissions: string[];
  teams?: { id: string; name: string; unit: string }[];
  agentId?: string | null;
  hasTwoFactor?: boolean;
  hasDeskPhone?: boolean;
  isDemo: boolean;
  organisation?: string | null;
};

export const meKey = ['me'] as const;

/** Who is signed in; `null` when nobody is. */
export function useMe(): UseQueryResult<Me | null> {
  return useQuery({ queryKey: meKey, queryFn: fetchMe, staleTime: 5 * 60_000 });
}

export async function fetchMe(): Promise<Me | null> {
  try {
    return await send<Me>('GET', '/api/me');
  } catch (error) {
    if (isRefusal(error) && error.status === 401) {
      return null;
    }
    throw error;
  }
}

/** Another person (or nobody) is at the screen: what was fetched for the last one is dropped, and what they were told. */
export function changePerson(queries: QueryClient, me: Me | null): void {
  setMe(queries, me);
  dismissToasts();
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] && queryKey[0] !== 'setup' });
}

export function setMe(queries: QueryClient, me: Me | null): void {
  queries.setQueryData(meKey, me);
}

/** The signed-in person, inside pages of the shell. */
export function useSignedIn(): Me {
  const { data } = useMe();
  if (data === null || data === undefined) {
    throw new Error('A page of the shell was drawn without a signed-in user.');
  }
  return data;
}

/** Whether the signed-in person holds one of the permissions. The server decides anyway; this only hides what would be refused. */
export function useCan(...anyOf: string[]): boolean {
  const { data } = useMe();
  return can(data, anyOf);
}

export function can(me: Me | null | undefined, anyOf: readonly string[]): boolean {
  return me !== null && me !== undefined && (anyOf.length === 0 || anyOf.some((permission) => me.permissions.includes(permission)));
}
