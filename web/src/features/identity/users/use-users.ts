import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import type { Language } from '../../../ui/text/language';

export type User = {
  id: string;
  userName: string;
  displayName: string;
  language: Language;
  email: string | null;
  isActive: boolean;
  roles: string[];
  hasTwoFactor: boolean;
  createdAt: string;
  lastSeenAt: string | null;
  version: number;
};

export const usersKey = ['identity', 'users'] as const;

export function useUsers(): UseQueryResult<User[]> {
  return useQuery({ queryKey: usersKey, queryFn: () => send<User[]>('GET', '/api/users') });
}

export type NewUser = { userName: string; displayName: string; language: Language; email: string | null; roles: string[]; password: string };

export type ChangedUser = Pick<User, 'id' | 'version' | 'displayName' | 'language' | 'email' | 'isActive' | 'roles'> & { password?: string };

/** A person as he is, ready to be sent back with something changed. */
export function asChange({ id, version, displayName, language, email, isActive, roles }: User): ChangedUser {
  return { id, version, displayName, language, email, isActive, roles };
}

/** Adds a person, or changes one; the list is fetched afresh. */
export function useAddUser(onDone: (user: User) => void): UseMutationResult<User, Error, NewUser> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (user: NewUser) => send<User>('POST', '/api/users', user),
    onSuccess: async (user) => {
      await queries.invalidateQueries({ queryKey: usersKey });
      onDone(user);
    },
  });
}

export function useChangeUser(onDone: (user: User) => void): UseMutationResult<User, Error, ChangedUser> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...user }: ChangedUser) => send<User>('PUT', `/api/users/${id}`, user),
    onSuccess: async (user) => {
      await queries.invalidateQueries({ queryKey: usersKey });
      onDone(user);
    },
    // Somebody else has changed the person meanwhile: show what is there now.
    onError: () => void queries.invalidateQueries({ queryKey: usersKey }),
  });
}

export function useResetTwoFactor(onDone: () => void): UseMutationResult<void, Error, User> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (user: User) => send('DELETE', `/api/users/${user.id}/two-factor`),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: usersKey });
      onDone();
    },
  });
}
