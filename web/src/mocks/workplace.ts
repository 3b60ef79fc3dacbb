import { http, HttpResponse, type RequestHandler } from 'msw';
import type { components } from '../api/schema';
import { must } from './problem';

type Notice = components['schemas']['ListNoticesNoticeRow'];
type Draft = { body: string; baseVersion: number | null; version: number; device: string; savedAt: string };

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

export function notice(change: Partial<Notice> = {}): Notice {
  return {
    id: '0198d000-0000-7000-8000-000000000001',
    kind: 'mentioned',
    textKey: 'notice.announcement',
    args: { text: 'Bornova santralinde 15:30–16:00 planlı bakım.' },
    path: '/requests/0198f000-0000-7000-8000-000000000000',
    by: { id: '0198a000-0000-7000-8000-000000000001', name: 'Kerem Öztürk' },
    at: minutesAgo(12),
    isRead: false,
    count: 1,
    ...change,
  };
}

/** The mock's memory; tests look into it and begin with `resetWorkplace`. */
export const workplace: { drafts: Map<string, Draft>; notices: Notice[] } = { drafts: new Map(), notices: [] };

export function resetWorkplace(notices: Notice[] = []): void {
  workplace.drafts.clear();
  workplace.notices = notices;
}

const unread = (): number => workplace.notices.filter((one) => !one.isRead).length;

export const handlers: readonly RequestHandler[] = [
  http.get('*/api/notices/unread', () => HttpResponse.json({ unread: unread() })),
  http.get('*/api/notices', () => HttpResponse.json({ items: workplace.notices, next: null, unread: unread() })),
  http.post('*/api/notices/read', async ({ request }) => {
    const { path } = (await request.json()) as { path?: string };
    workplace.notices = workplace.notices.map((one) => (path === undefined || one.path === path ? { ...one, isRead: true } : one));
    return HttpResponse.json({ unread: unread() });
  }),
  http.put('*/api/notices/:id/read', ({ params }) => {
    workplace.notices = workplace.notices.map((one) => (one.id === params.id ? { ...one, isRead: true } : one));
    return HttpResponse.json({ unread: unread() });
  }),
  http.get('*/api/drafts/:key', ({ params }) => {
    const draft = workplace.drafts.get(String(params.key));
    return draft === undefined ? new HttpResponse(null, { status: 204 }) : HttpResponse.json({ key: params.key, ...draft, older: [] });
  }),
  http.put('*/api/drafts/:key', async ({ params, request }) => {
    const asked = (await request.json()) as { body: string; device: string; baseVersion?: number };
    const version = (workplace.drafts.get(String(params.key))?.version ?? 0) + 1;
    workplace.drafts.set(String(params.key), { body: asked.body, baseVersion: asked.baseVersion ?? null, version, device: asked.device, savedAt: new Date().toISOString() });
    return HttpResponse.json({ version, savedAt: must(workplace.drafts.get(String(params.key))).savedAt, setAside: null });
  }),
  http.delete('*/api/drafts/:key', ({ params }) => {
    workplace.drafts.delete(String(params.key));
    return new HttpResponse(null, { status: 204 });
  }),
  http.get('*/api/requests/:id/templates', () =>
    HttpResponse.json([
      { id: 't-1', name: 'Adres değişti', kind: 'note', text: 'Sayın Elif Yılmaz, ÇB-26-4812 numaralı başvurunuzdaki adres güncellendi.', language: 'tr', missing: [], uses: 38 },
      { id: 't-2', name: 'Adres için belge iste', kind: 'note', text: 'Sayın Elif Yılmaz, vergi levhanızı bekliyoruz.', language: 'tr', missing: [], uses: 12 },
      { id: 't-3', name: 'Şebeke arızası', kind: 'note', text: 'Bölgenizde arıza var.', language: 'tr', missing: ['customer.name'], uses: 4 },
    ]),
  ),
  http.get('*/api/macros', () => HttpResponse.json([])),
  http.post('*/api/note-templates/:id/uses', () => new HttpResponse(null, { status: 204 })),
];
