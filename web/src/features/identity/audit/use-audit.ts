import { useInfiniteQuery, useQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { send } from '../../../api/client';

export type AuditChange = { field: string; name: string; from: string | null; to: string | null; isSecret: boolean; came?: string[] | null; went?: string[] | null };
export type AuditLine = {
  id: string;
  at: string;
  userId: string | null;
  userName: string;
  module: string;
  moduleName: string;
  entity: string;
  entityName: string;
  entityId: string;
  subject: string | null;
  page: string | null;
  act: string;
  actName: string;
  isHidden: boolean;
  changes: AuditChange[];
};
type AuditPage = { items: AuditLine[]; next: string | null };

type Named = { code: string; name: string };
export type AuditKind = Named & { acts: Named[] };
export type AuditModule = Named & { kinds: AuditKind[] };

/** What can be asked, as it stands in the address of the page; days as YYYY-MM-DD, the last one included. */
export const auditFilters = ['module', 'entity', 'id', 'user', 'act', 'from', 'until'] as const;

/** The question to the server: days become the instants at which they begin where the reader is. */
export function auditQuestion(search: URLSearchParams): URLSearchParams {
  const question = new URLSearchParams();
  for (const name of auditFilters) {
    const value = search.get(name);
    if (value !== null && value !== '') {
      question.set(name, name === 'from' ? beginOf(value, 0) : name === 'until' ? beginOf(value, 1) : value);
    }
  }
  return question;
}

function beginOf(day: string, later: number): string {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(year ?? 0, (month ?? 1) - 1, (date ?? 1) + later).toISOString();
}

/** What happened, newest first, page by page. */
export function useAudit(search: URLSearchParams): UseInfiniteQueryResult<InfiniteData<AuditPage>> {
  const asked = auditQuestion(search).toString();
  return useInfiniteQuery({
    queryKey: ['identity', 'audit', asked],
    queryFn: ({ pageParam }) => {
      const question = new URLSearchParams(asked);
      if (pageParam !== null) {
        question.set('before', pageParam);
      }
      return send<AuditPage>('GET', `/api/audit?${question}`);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** Modules, their kinds of records and what may be done to each, in the reader's language. */
export function useAuditKinds(): AuditModule[] {
  return useQuery({ queryKey: ['identity', 'audit-kinds'], queryFn: () => send<AuditModule[]>('GET', '/api/audit/kinds'), staleTime: Infinity }).data ?? [];
}
