import { http, HttpResponse, type RequestHandler } from 'msw';
import type { Found, Hit } from '../features/search/use-search';

const hits: readonly Hit[] = [
  { kind: 'request', id: 'r1', number: 'ÇB-26-4812', title: 'Modem bağlantıyı kesiyor', excerpt: 'PON ışığı kırmızı yanıp sönüyor.', unit: 'internet', path: '/requests/r1', at: '2026-11-18T10:12:00Z', match: 'words' },
  { kind: 'customer', id: 'c1', number: '104881', title: 'Elif Yılmaz', excerpt: 'İzmir', unit: null, path: '/customers/0198e000-0000-7000-8000-000000000001', at: '2024-03-11T08:00:00Z', match: 'words' },
];

export const handlers: readonly RequestHandler[] = [
  http.get('*/api/search', ({ request }) => {
    const kind = new URL(request.url).searchParams.get('kind');
    const asked = (new URL(request.url).searchParams.get('q') ?? '').toLocaleLowerCase('tr');
    const slip = asked === 'moden';
    const items = hits.filter((hit) => (kind === null || hit.kind === kind) && `${hit.number} ${hit.title}`.toLocaleLowerCase('tr').includes(slip ? 'modem' : asked));
    return HttpResponse.json<Found>({ items, corrected: slip ? 'modem' : null });
  }),
];
