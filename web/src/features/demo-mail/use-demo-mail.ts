import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../api/client';
import type { components } from '../../api/schema';

export type DemoMail = components['schemas']['DemoMailResponse'];
export type DemoLetter = components['schemas']['DemoMailLetter'];
export type NewDemoLetter = components['schemas']['DemoMailRequest'];

export function useDemoMail(): UseQueryResult<DemoMail> {
  return useQuery({ queryKey: ['demo-mail'], queryFn: () => send<DemoMail>('GET', '/api/demo/mail'), retry: false });
}

export function useDemoInbox(address: string): UseQueryResult<DemoLetter[]> {
  return useQuery({ queryKey: ['demo-mail', 'inbox', address], queryFn: () => send<DemoLetter[]>('GET', `/api/demo/mail/inbox?${new URLSearchParams({ address })}`), enabled: address !== '', refetchInterval: 2000 });
}

export function useSendDemoMail(onDone: () => void): UseMutationResult<void, Error, NewDemoLetter> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (letter: NewDemoLetter) => send('POST', '/api/demo/mail', letter),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['demo-mail', 'inbox'] });
      onDone();
    },
  });
}
