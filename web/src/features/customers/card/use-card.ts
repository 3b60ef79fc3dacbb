import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import type { Consent, ConsentChannel, ConsentKind, CustomerNote, ServicePasswordState } from '../../../api/customer-types';
import { pressKey } from '../press-key';

const of = (id: string, what: string): readonly string[] => ['customers', 'card', id, what];

export function useConsents(id: string): UseQueryResult<Consent[]> {
  return useQuery({ queryKey: of(id, 'consents'), queryFn: () => send<Consent[]>('GET', `/api/customers/${id}/consents`) });
}

export function useDeclare(id: string, onDone: () => void): UseMutationResult<Consent[], Error, { kind: ConsentKind; channel: ConsentChannel; isGiven: boolean; textVersion: string }> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (asked) => send<Consent[]>('POST', `/api/customers/${id}/consents`, asked),
    onSuccess: (rows) => {
      queries.setQueryData(of(id, 'consents'), rows);
      onDone();
    },
  });
}

export function useNotes(id: string): UseQueryResult<CustomerNote[]> {
  return useQuery({ queryKey: of(id, 'notes'), queryFn: () => send<CustomerNote[]>('GET', `/api/customers/${id}/notes`) });
}

export function useAddNote(id: string, onDone: () => void): UseMutationResult<CustomerNote, Error, string> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (text: string) => send<CustomerNote>('POST', `/api/customers/${id}/notes`, { text }, { 'Idempotency-Key': pressKey() }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: of(id, 'notes') });
      onDone();
    },
  });
}

export function useServicePassword(id: string): UseQueryResult<ServicePasswordState> {
  return useQuery({ queryKey: of(id, 'password'), queryFn: () => send<ServicePasswordState>('GET', `/api/customers/${id}/service-password`) });
}

/** Sets, resets or unlocks; a reset answers with the digits, which are kept nowhere but on this screen. */
export function usePasswordAct(id: string, onDone: (password: string | undefined) => void): UseMutationResult<{ password?: string } | undefined, Error, { act: 'set'; password: string } | { act: 'reset' | 'unlock' }> {
  const queries = useQueryClient();
  const path = `/api/customers/${id}/service-password`;
  return useMutation({
    gcTime: 0,
    mutationFn: (asked) => (asked.act === 'set' ? send<undefined>('PUT', path, { password: asked.password }) : send<{ password?: string } | undefined>('POST', `${path}/${asked.act}`)),
    onSuccess: (answer) => {
      void queries.invalidateQueries({ queryKey: of(id, 'password') });
      void queries.invalidateQueries({ queryKey: ['customers', 'one', id] });
      onDone(answer?.password);
    },
  });
}

export type Contact = { id: string; channel: string; startedAt: string; endedAt: string | null; agent: { name: string } | null; waitedSeconds: number; talkedSeconds: number; endReason: string | null; hasRequest: boolean; callId?: string | null };

/** Contacts on every channel, newest first. */
export function useContacts(id: string, enabled: boolean): UseQueryResult<Contact[]> {
  return useQuery({
    queryKey: ['interactions', id],
    queryFn: async () => (await send<{ items: Contact[] }>('GET', `/api/interactions?${new URLSearchParams({ customer: id, take: '30' })}`)).items,
    enabled,
  });
}

export type OpenedRequest = { id: string; number: string; subject: string; channel: string; openedAt: string };

/** What he asked for, newest first. */
export function useOpenedRequests(id: string, enabled: boolean): UseQueryResult<OpenedRequest[]> {
  return useQuery({
    queryKey: ['requests', 'opened-by', id],
    queryFn: async () => (await send<{ items: OpenedRequest[] }>('GET', `/api/requests?${new URLSearchParams({ customer: id })}`)).items,
    enabled,
  });
}

export function useErase(id: string, onDone: () => void): UseMutationResult<void, Error, { number: string; contactId: string | null }> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (asked) => send('POST', `/api/customers/${id}/erase`, asked),
    onSuccess: () => {
      // Nothing of him stays in this browser either.
      void queries.resetQueries();
      onDone();
    },
  });
}
