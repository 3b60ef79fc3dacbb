import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import { useCan } from '../../../api/me';
import type { Page, RequestRow } from '../../../api/request-types';
import { requestKeys } from '../record/use-request';

const question = new URLSearchParams({ owner: 'me', stage: 'open', sort: 'due', take: '100' });

/** My open requests, what presses most first. */
export function useOwnWork(): UseQueryResult<Page<RequestRow>> {
  const mayRead = useCan('requests.read');
  return useQuery({ queryKey: [...requestKeys.lists, 'mine'], queryFn: () => send<Page<RequestRow>>('GET', `/api/requests?${question}`), enabled: mayRead });
}
