import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { send } from '../../../api/client';

export const auditEntities = ['User', 'Role', 'ApiKey', 'Organisation', 'Unit'] as const;
export type AuditEntity = (typeof auditEntities)[number];
export type AuditChange = { field: string; from: string | null; to: string | null };
export type AuditRow = { id: string; at: string; userId: string | null; userName: string; entity: string; entityId: string; subject: string | null; act: string; changes: AuditChange[] };
type AuditPage = { items: AuditRow[]; next: string | null };

/** What happened to accounts, newest first, page by page. */
export function useAudit(entity: AuditEntity | null): UseInfiniteQueryResult<InfiniteData<AuditPage>> {
  return useInfiniteQuery({
    queryKey: ['identity', 'audit', entity],
    queryFn: ({ pageParam }) => {
      const search = new URLSearchParams();
      if (entity !== null) {
        search.set('entity', entity);
      }
      if (pageParam !== null) {
        search.set('before', pageParam);
      }
      return send<AuditPage>('GET', `/api/audit?${search}`);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}
