import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import type { components } from '../../../api/schema';

export type MergedTemplate = components['schemas']['MergedTemplate'];

/** The templates that may be used on a request, already filled in by the server in the customer's language. */
export function useMergedTemplates(requestId: string, wanted: boolean): UseQueryResult<MergedTemplate[]> {
  return useQuery({
    queryKey: ['requests', 'one', requestId, 'templates'],
    queryFn: () => send<MergedTemplate[]>('GET', `/api/requests/${requestId}/templates`),
    enabled: wanted,
    staleTime: 30_000,
  });
}

/** Counted, so that the most used stand first; nothing waits for it. */
export function noteUse(templateId: string): void {
  void send('POST', `/api/note-templates/${templateId}/uses`).catch(() => undefined);
}
