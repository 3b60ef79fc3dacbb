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

const resolvedToday = new URLSearchParams({ owner: 'me', resolved: 'today', take: '1' });

/** How many of mine were resolved today. */
export function useResolvedToday(): number | undefined {
  const mayRead = useCan('requests.read');
  const { data } = useQuery({ queryKey: [...requestKeys.lists, 'resolved-today'], queryFn: () => send<Page<RequestRow>>('GET', `/api/requests?${resolvedToday}`), enabled: mayRead });
  return data?.total ?? undefined;
}
