import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import type { AnswerPlan, Letter, LetterAddress } from '../../../api/mail-types';
import { useRenewed } from './use-request';

export function useAnswerPlan(id: string): UseQueryResult<AnswerPlan> {
  return useQuery({ queryKey: ['requests', 'one', id, 'answer'], queryFn: () => send<AnswerPlan>('GET', `/api/mail/requests/${id}/answer`) });
}

export type NewLetter = { text: string; html: string; forward: string | null; asksReceipt: boolean; to: LetterAddress[]; cc: LetterAddress[]; subject: string; files: string[]; /** The same click sent twice is one letter. */ key: string };

export function useWriteLetter(id: string): UseMutationResult<Letter, Error, NewLetter> {
  const renewed = useRenewed(id);
  return useMutation({
    mutationFn: ({ key, ...letter }: NewLetter) => send<Letter>('POST', `/api/mail/requests/${id}/letters`, letter, { 'Idempotency-Key': key }),
    onSuccess: () => renewed(),
  });
}

export function useTakeBack(id: string): UseMutationResult<Letter, Error, string> {
  const renewed = useRenewed(id);
  return useMutation({ mutationFn: (letter: string) => send<Letter>('DELETE', `/api/mail/letters/${letter}`), onSettled: () => renewed() });
}

export function useRetry(id: string): UseMutationResult<Letter, Error, string> {
  const renewed = useRenewed(id);
  return useMutation({ mutationFn: (letter: string) => send<Letter>('POST', `/api/mail/letters/${letter}/retry`), onSettled: () => renewed() });
}
