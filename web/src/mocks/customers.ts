import { http, HttpResponse, type RequestHandler } from 'msw';
import type { Customer, CustomerSummary } from '../api/customer-types';
import { problem } from './problem';

export const customers: readonly CustomerSummary[] = [
  { id: '0198e000-0000-7000-8000-000000000001', number: '104881', name: 'Elif Yılmaz', kind: 'individual', language: 'tr' },
  { id: '0198e000-0000-7000-8000-000000000002', number: '100200', name: 'Ege Lojistik A.Ş.', kind: 'corporate', language: 'tr', contactName: 'Selin Kaya' },
  { id: '0198e000-0000-7000-8000-000000000003', number: '104902', name: 'Nazlı Güneş', kind: 'individual', language: 'tr' },
  { id: '0198e000-0000-7000-8000-000000000004', number: '200114', name: 'Åke Bergström', kind: 'prospect', language: 'sv' },
];

function card(summary: CustomerSummary): Customer {
  return {
    ...summary,
    phones: [{ number: summary.language === 'sv' ? '+46705550183' : '+905321112233', kind: 'mobile', isPrimary: true }],
    emails: [`${summary.number}@ornek.example`],
    contacts: summary.kind === 'corporate' ? [{ id: 'c1', name: 'Selin Kaya', title: 'Bilgi işlem', email: 'selin.kaya@ornek.example', phones: [{ number: '+902123334455', kind: 'work', isPrimary: true }] }] : [],
    note: 'Akşam 18’den sonra aranmak istiyor.',
    changedAt: '2026-10-02T08:00:00Z',
    firstName: null,
    lastName: null,
    company: null,
    taxOffice: null,
    city: 'İzmir',
    country: 'TR',
    addresses: [{ kind: 'main', line1: 'Atatürk Cad. 12/4', line2: 'Karşıyaka', postalCode: '35580', city: 'İzmir', region: null, country: 'TR' }],
    identityNumberMasked: null,
    isBuyer: true,
    isSeller: false,
    preferredMethod: null,
    onlyPreferred: false,
    erasedAt: null,
    taxNumber: summary.kind === 'corporate' ? '1234567890' : null,
    hasServicePassword: summary.kind === 'corporate',
    createdAt: '2024-03-11T08:00:00Z',
    version: 3,
    withheld: null,
  };
}

export const handlers: readonly RequestHandler[] = [
  http.get('*/api/customers', ({ request }) => {
    const asked = (new URL(request.url).searchParams.get('q') ?? '').toLocaleLowerCase('tr');
    const items = customers.filter((one) => `${one.name} ${one.number}`.toLocaleLowerCase('tr').includes(asked));
    return HttpResponse.json({ items: items.map((one) => ({ ...one, city: 'İzmir', phone: '+905321112233' })), next: null, total: null });
  }),
  http.get('*/api/customers/:id', ({ params }) => {
    const found = customers.find((one) => one.id === params.id);
    return found === undefined ? problem(404, 'customers.unknown') : HttpResponse.json(card(found));
  }),
  http.get('*/api/customers/:id/invoices/open', ({ params }) =>
    HttpResponse.json(
      params.id === customers[3]?.id
        ? []
        : [
            { number: 'SFT-26-00918', issuedOn: '2026-11-17', total: { minor: 118_800, currency: 'TRY' }, open: { minor: 118_800, currency: 'TRY' }, dueOn: '2026-12-02', isPaid: false },
            { number: 'SFT-26-00802', issuedOn: '2026-10-15', total: { minor: 240_000, currency: 'TRY' }, open: { minor: 240_000, currency: 'TRY' }, dueOn: '2026-10-30', isPaid: false },
          ],
    ),
  ),
  http.post('*/api/customers/look-alikes', () => HttpResponse.json([])),
  http.get('*/api/customers/:id/consents', () => HttpResponse.json([])),
  http.get('*/api/customers/:id/notes', () => HttpResponse.json([])),
  http.get('*/api/customers/:id/suggestions', () => HttpResponse.json([])),
  http.get('*/api/customers/:id/service-password', () => HttpResponse.json({ isSet: true, setAt: '2026-02-01T08:00:00Z', wrongTries: 0, lockedUntil: null })),
  http.get('*/api/subscriptions', () => HttpResponse.json({ items: [], next: null, total: null })),
  http.get('*/api/opportunities', () => HttpResponse.json({ items: [], next: null, total: null })),
  http.get('*/api/order-notes', () => HttpResponse.json({ items: [], next: null, total: null })),
  http.get('*/api/interactions', () => HttpResponse.json({ items: [], next: null, total: null })),
];
