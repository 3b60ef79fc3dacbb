import { useInfiniteQuery, useMutation, useQuery, useQueryClient, type InfiniteData, type UseInfiniteQueryResult, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import type { components } from '../../../api/schema';
import { useNews } from '../../../api/use-live';

export type Notice = components['schemas']['ListNoticesNoticeRow'];
type Notices = components['schemas']['ListNoticesNoticePage'];
type Unread = components['schemas']['UnreadNotices'];

const keys = { unread: ['notices', 'unread'] as const, list: ['notices', 'list'] as const, announced: ['notices', 'list', 'announced'] as const };

/** How many notices wait; kept by the live news. */
export function useUnread(): number {
  const queries = useQueryClient();
  const { data } = useQuery({ queryKey: keys.unread, queryFn: async () => (await send<Unread>('GET', '/api/notices/unread')).unread, staleTime: Number.POSITIVE_INFINITY });
  useNews<Unread>(
    'notices',
    ({ unread }) => {
      queries.setQueryData(keys.unread, unread);
      void queries.invalidateQueries({ queryKey: keys.list });
    },
    () => void queries.invalidateQueries({ queryKey: ['notices'] }),
  );
  return data ?? 0;
}

export function useNotices(): UseInfiniteQueryResult<InfiniteData<Notices, string | null>> {
  return useInfiniteQuery({
    queryKey: keys.list,
    queryFn: ({ pageParam }) => send<Notices>('GET', `/api/notices?${new URLSearchParams({ take: '30', ...(pageParam === null ? {} : { after: pageParam }) })}`),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
  });
}

/** What was announced to me last, newest first. */
export function useAnnounced(): UseQueryResult<readonly Notice[]> {
  return useQuery({ queryKey: keys.announced, queryFn: async () => (await send<Notices>('GET', '/api/notices?announced=true&take=5')).items });
}

export type ReadAct = { id: string; isRead: boolean } | { path: string } | { until: string };

/** Marks one, those of a record, or all that were seen. */
export function useReadNotices(): UseMutationResult<Unread, Error, ReadAct> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: ReadAct) => ('id' in act ? send<Unread>(act.isRead ? 'PUT' : 'DELETE', `/api/notices/${act.id}/read`) : send<Unread>('POST', '/api/notices/read', act)),
    onSuccess: ({ unread }) => {
      queries.setQueryData(keys.unread, unread);
      void queries.invalidateQueries({ queryKey: keys.list });
    },
  });
}

export type Announcement = { text: string; isWarning: boolean; users: string[]; teams: string[]; units: string[] };

export function useAnnounce(): UseMutationResult<components['schemas']['AnnounceResponse'], Error, Announcement> {
  return useMutation({ mutationFn: (announcement: Announcement) => send<components['schemas']['AnnounceResponse']>('POST', '/api/notices', announcement) });
}

/** Whom an announcement can reach. */
export function useAudience(): UseQueryResult<{ people: Choice[]; teams: TeamChoice[]; units: UnitChoice[] }> {
  return useQuery({
    queryKey: ['notices', 'audience'],
    queryFn: async () => {
      const [people, { teams }, organisation] = await Promise.all([
        send<{ id: string; displayName: string; isActive?: boolean }[]>('GET', '/api/people'),
        send<{ teams: TeamChoice[] }>('GET', '/api/requests/definitions'),
        send<{ units: UnitChoice[] }>('GET', '/api/organisation'),
      ]);
      return { people: people.map(({ id, displayName }) => ({ id, name: displayName })), teams, units: organisation.units };
    },
    staleTime: 5 * 60_000,
  });
}

type Three = { tr: string; sv: string; en: string };
export type Choice = { id: string; name: string };
export type TeamChoice = { id: string; names: Three };
export type UnitChoice = { code: string; names: Three };
