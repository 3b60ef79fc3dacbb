import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import type { Mailbox, MailboxLetter, MailboxPlan, MailboxTrial } from '../../../api/mail-types';

const keys = { all: ['mail'] as const, mailboxes: ['mail', 'mailboxes'] as const };

/** How they go changes by itself: read again while the page is open. */
export function useMailboxes(): UseQueryResult<Mailbox[]> {
  return useQuery({ queryKey: keys.mailboxes, queryFn: () => send<Mailbox[]>('GET', '/api/mail/mailboxes'), refetchInterval: 5000 });
}

export function useMailboxLetters(id: string): UseQueryResult<MailboxLetter[]> {
  return useQuery({ queryKey: ['mail', 'letters', id], queryFn: () => send<MailboxLetter[]>('GET', `/api/mail/mailboxes/${id}/letters`), refetchInterval: 5000 });
}

export type KeptMailbox = { id: string | null; plan: MailboxPlan };

export function useSaveMailbox(onDone: (mailbox: Mailbox) => void): UseMutationResult<Mailbox, Error, KeptMailbox> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, plan }: KeptMailbox) => (id === null ? send<Mailbox>('POST', '/api/mail/mailboxes', plan) : send<Mailbox>('PUT', `/api/mail/mailboxes/${id}`, plan)),
    onSuccess: async (mailbox) => {
      await queries.invalidateQueries({ queryKey: keys.all });
      onDone(mailbox);
    },
  });
}

export function useTestMailbox(): UseMutationResult<MailboxTrial, Error, KeptMailbox> {
  return useMutation({ mutationFn: ({ id, plan }: KeptMailbox) => send<MailboxTrial>('POST', '/api/mail/mailboxes/test', { id, mailbox: plan }) });
}

export type MailboxAct = { id: string; act: 'pause' | 'resume' | 'remove' };

export function useSteerMailbox(): UseMutationResult<unknown, Error, MailboxAct> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, act }: MailboxAct) => (act === 'remove' ? send('DELETE', `/api/mail/mailboxes/${id}`) : send(act === 'pause' ? 'PUT' : 'DELETE', `/api/mail/mailboxes/${id}/pause`)),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.all }),
  });
}
