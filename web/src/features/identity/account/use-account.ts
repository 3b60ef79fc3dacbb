import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import { meKey, setMe, type Me } from '../../../api/me';

export type Profile = Pick<Me, 'displayName' | 'language' | 'theme'>;

export function useSaveProfile(onDone: () => void): UseMutationResult<Me, Error, Profile> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (profile: Profile) => send<Me>('PUT', '/api/me', profile),
    onSuccess: (me) => {
      setMe(queries, me);
      onDone();
    },
  });
}

export function useChangePassword(onDone: () => void): UseMutationResult<void, Error, { current: string; next: string }> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (passwords) => send('PUT', '/api/me/password', passwords),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: sessionsKey });
      onDone();
    },
  });
}

export type TwoFactorOffer = { secret: string; uri: string; qrSvg: string };

export function useBeginTwoFactor(): UseMutationResult<TwoFactorOffer, Error, void> {
  return useMutation({ mutationFn: () => send<TwoFactorOffer>('POST', '/api/me/two-factor') });
}

/** Turns the second factor on; answers with the codes for paper, which are shown this once. */
export function useConfirmTwoFactor(): UseMutationResult<{ recoveryCodes: string[] }, Error, string> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => send<{ recoveryCodes: string[] }>('PUT', '/api/me/two-factor', { code }),
    onSuccess: () => queries.invalidateQueries({ queryKey: meKey }),
  });
}

export function useEndTwoFactor(onDone: () => void): UseMutationResult<void, Error, string> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => send('DELETE', '/api/me/two-factor', { code }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: meKey });
      onDone();
    },
  });
}

/** What is typed into a desk phone. */
export type DeskPhoneSecret = { user: string; secret: string; domain: string; port: number };

/** A secret for the desk phone; the one before ends. It is shown this once. */
export function useMakeDeskPhone(onDone: (secret: DeskPhoneSecret) => void): UseMutationResult<DeskPhoneSecret, Error, boolean> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (onlyMd5: boolean) => send<DeskPhoneSecret>('POST', '/api/me/desk-phone', { onlyMd5 }),
    onSuccess: async (secret) => {
      await queries.invalidateQueries({ queryKey: meKey });
      onDone(secret);
    },
  });
}

export function useRemoveDeskPhone(onDone: () => void): UseMutationResult<void, Error, void> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => send('DELETE', '/api/me/desk-phone'),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: meKey });
      onDone();
    },
  });
}

export type Session = { id: string; device: string; address: string; createdAt: string; lastSeenAt: string; isThis: boolean };

const sessionsKey = ['identity', 'sessions'] as const;

export function useSessions(): UseQueryResult<Session[]> {
  return useQuery({ queryKey: sessionsKey, queryFn: () => send<Session[]>('GET', '/api/me/sessions') });
}

export function useEndSession(onDone: () => void): UseMutationResult<void, Error, string> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => send('DELETE', `/api/me/sessions/${id}`),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: sessionsKey });
      onDone();
    },
  });
}

export type ApiKey = { id: string; name: string; prefix: string; scopes: string[]; createdAt: string; lastUsedAt: string | null };

const keysKey = ['identity', 'api-keys'] as const;

export function useApiKeys(): UseQueryResult<ApiKey[]> {
  return useQuery({ queryKey: keysKey, queryFn: () => send<ApiKey[]>('GET', '/api/me/api-keys') });
}

export function useMakeApiKey(onDone: (key: string) => void): UseMutationResult<{ key: string; apiKey: ApiKey }, Error, { name: string; scopes: string[] }> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish) => send<{ key: string; apiKey: ApiKey }>('POST', '/api/me/api-keys', wish),
    onSuccess: async ({ key }) => {
      await queries.invalidateQueries({ queryKey: keysKey });
      onDone(key);
    },
  });
}

export function useRevokeApiKey(onDone: () => void): UseMutationResult<void, Error, string> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => send('DELETE', `/api/me/api-keys/${id}`),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keysKey });
      onDone();
    },
  });
}
