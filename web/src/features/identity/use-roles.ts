import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../api/client';
import type { Language } from '../../ui/text/language';

export type Names = Record<Language, string>;
export type Role = { code: string; names: Names; permissions: string[]; isFixed: boolean; version: number };
export type PermissionGroup = { module: string; permissions: string[] };
export type RoleDraft = { code: string; names: Names; permissions: string[]; version: number | null };

const rolesKey = ['identity', 'roles'] as const;

export function useRoles(): UseQueryResult<Role[]> {
  return useQuery({ queryKey: rolesKey, queryFn: () => send<Role[]>('GET', '/api/roles'), staleTime: 60_000 });
}

export function usePermissions(): UseQueryResult<PermissionGroup[]> {
  return useQuery({ queryKey: ['identity', 'permissions'], queryFn: () => send<PermissionGroup[]>('GET', '/api/permissions'), staleTime: 600_000 });
}

/** Defines a role, or changes one that has a version. */
export function useSaveRole(onDone: (role: Role) => void): UseMutationResult<Role, Error, RoleDraft> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ code, version, ...role }: RoleDraft) => (version === null ? send<Role>('POST', '/api/roles', { code, ...role }) : send<Role>('PUT', `/api/roles/${code}`, { version, ...role })),
    onSuccess: async (role) => {
      await queries.invalidateQueries({ queryKey: rolesKey });
      onDone(role);
    },
  });
}

export function useRemoveRole(onDone: () => void): UseMutationResult<void, Error, string> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => send('DELETE', `/api/roles/${code}`),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: rolesKey });
      onDone();
    },
  });
}
