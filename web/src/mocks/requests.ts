import { http, HttpResponse, type RequestHandler } from 'msw';
import type { ChosenCategory, Priority, RequestKind, RequestRow, SavedView, ServiceRequest, Stage, TimelineEntry } from '../api/request-types';
import { customers } from './customers';
import { must, problem } from './problem';

const three = (tr: string, sv: string, en: string) => ({ tr, sv, en });
const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

export const stages: readonly Stage[] = [
  { code: 'new', kind: 'new', names: three('Yeni', 'Ny', 'New') },
  { code: 'investigating', kind: 'inProgress', names: three('İnceleniyor', 'Utreds', 'Investigating') },
  { code: 'waiting_customer', kind: 'waiting', names: three('Müşteri bekleniyor', 'Väntar på kund', 'Waiting for customer') },
  { code: 'resolved', kind: 'resolved', names: three('Çözümlendi', 'Löst', 'Resolved') },
  { code: 'closed', kind: 'closed', names: three('Kapandı', 'Avslutad', 'Closed') },
  { code: 'rejected', kind: 'rejected', names: three('Reddedildi', 'Avslagen', 'Rejected') },
];
const stage = (code: string): Stage => must(stages.find((one) => one.code === code));

const faruk = { id: '0198a000-0000-7000-8000-000000000002', name: 'Faruk Demir' };
const merve = { id: '0198a000-0000-7000-8000-000000000003', name: 'Merve Aydın' };
const methods = [
  { id: 'm-phone', code: 'phone', names: three('Telefon', 'Telefon', 'Phone'), colour: null },
  { id: 'm-mail', code: 'email', names: three('E-posta', 'E-post', 'E-mail'), colour: null },
];
export const priorities: readonly Priority[] = [
  { id: 'p-low', code: 'low', names: three('Düşük', 'Låg', 'Low'), colour: '#6b7280' },
  { id: 'p-normal', code: 'normal', names: three('Normal', 'Normal', 'Normal'), colour: '#0b6670' },
  { id: 'p-high', code: 'high', names: three('Yüksek', 'Hög', 'High'), colour: '#b45309' },
  { id: 'p-urgent', code: 'urgent', names: three('Acil', 'Akut', 'Urgent'), colour: '#b91c1c' },
];
const priority = (code: string): Priority => must(priorities.find((one) => one.code === code));
const drops: ChosenCategory = {
  id: 'c-drops',
  path: [
    { id: 'c-fault', code: 'product_fault', names: three('Ürün Hatası', 'Produktfel', 'Product fault'), colour: null },
    { id: 'c-drops', code: 'connection_drops', names: three('Bağlantı kopuyor', 'Förbindelsen bryts', 'Connection drops'), colour: null },
  ],
};

const subjects: [string, string, NonNullable<RequestRow['channel']>, RequestKind, number][] = [
  ['Modem bağlantıyı kesiyor', 'investigating', 'phone', 'action', 3],
  ['Fatura adresi değişikliği', 'new', 'email', 'action', 14],
  ['İnternet yok, konut, Karşıyaka', 'investigating', 'phone', 'action', 42],
  ['Kurulum randevusu ertelensin', 'investigating', 'phone', 'information', 75],
  ['Statik IP talebi, sözleşme imzası bekleniyor', 'waiting_customer', 'phone', 'action', 1500],
  ['Tarife değişikliği, onay formu', 'waiting_customer', 'email', 'action', 2900],
  ['Hız taahhüdün altında, 40 Mb/sn', 'new', 'web', 'comment', 3100],
  ['Modem iadesi, taşınma', 'resolved', 'web', 'action', 4000],
];

/** Due times of every kind, one after the other. */
function clockAt(index: number): RequestRow['clock'] {
  const base = { kind: 'resolution' as const, targetSeconds: 28_800, warnAt: null, metAt: null, asOf: minutesAgo(0), isCounting: true, changesAt: null };
  const faces: RequestRow['clock'][] = [
    { ...base, state: 'running', usedSeconds: 840, dueAt: minutesAgo(-466) },
    { ...base, state: 'soon', usedSeconds: 26_520, dueAt: minutesAgo(-38), warnAt: minutesAgo(1) },
    { ...base, state: 'late', usedSeconds: 28_800, dueAt: minutesAgo(18), isCounting: false },
    { ...base, state: 'paused', usedSeconds: 9000, dueAt: null, isCounting: false },
    { ...base, state: 'met', usedSeconds: 9000, dueAt: null, metAt: minutesAgo(30), isCounting: false },
    null,
  ];
  return faces[index % faces.length] ?? null;
}

export const rows: readonly RequestRow[] = Array.from({ length: 64 }, (_, index) => {
  const [subject, code, channel, kind, minutes] = must(subjects[index % subjects.length]);
  const customer = must(customers[index % customers.length]);
  return {
    id: `0198f000-0000-7000-8000-0000000000${String(index).padStart(2, '0')}`,
    number: `ÇB-26-${String(4812 - index)}`,
    unit: 'internet',
    kind: index === 1 ? null : kind,
    subject,
    customerId: customer.id,
    customerName: customer.name,
    channel,
    stage: stage(code),
    priority: priority(index % 9 === 4 ? 'high' : index % 13 === 2 ? 'urgent' : 'normal'),
    category: index % 3 === 0 ? drops : null,
    team: null,
    tags: index % 7 === 0 ? ['kesinti'] : [],
    mergedIntoId: null,
    clock: clockAt(index),
    version: 1,
    owner: index % 5 === 3 ? null : index % 4 === 2 ? merve : faruk,
    openedAt: minutesAgo(minutes + index * 30 + 60),
    changedAt: minutesAgo(minutes + index * 20),
  };
});

/** One request with everything on it; `change` is what a test is about. */
export function serviceRequest(change: Partial<ServiceRequest> = {}): ServiceRequest {
  const row = must(rows.find((one) => one.id === change.id) ?? rows[0]);
  return {
    id: row.id,
    number: row.number,
    unit: row.unit,
    kind: row.kind ?? null,
    subject: row.subject ?? '',
    text: 'Günde 5–6 kez kopuyor, PON ışığı kırmızı yanıp sönüyor.',
    category: row.category,
    answers: {},
    formFields: [],
    contactMethod: methods[0] ?? null,
    priority: row.priority,
    subscription: null,
    product: null,
    sections: { answer: '', work: '', place: null, wantedOn: null },
    tags: row.tags,
    watchers: [],
    parent: null,
    parts: [],
    related: [],
    mergedInto: null,
    merged: [],
    files: [],
    canHaveWorkOrder: row.kind === 'action',
    clock: row.clock,
    may: { write: true, edit: true, categorise: true, assign: true, merge: true },
    stage: row.stage,
    stages: stages.filter((one) => one.code !== row.stage.code && one.kind !== 'new' && one.kind !== 'closed'),
    allStages: [...stages],
    owner: row.owner ?? null,
    team: null,
    customer: customers.find((one) => one.id === row.customerId) ?? null,
    channel: row.channel,
    resolvedAt: null,
    calls: ['0198c000-0000-7000-8000-000000000001'],
    openedAt: row.openedAt,
    openedBy: faruk,
    changedAt: row.changedAt,
    version: 1,
    ...change,
  };
}

export function timelineOf(request: ServiceRequest): TimelineEntry[] {
  return [
    { id: `${request.id}-o`, at: minutesAgo(2890), kind: 'opened', by: faruk },
    {
      id: `${request.id}-c`, at: minutesAgo(2888), kind: 'call', by: null,
      call: { callId: 'old', number: '+905321112233', agent: faruk, team: null, waitedSeconds: 21, talkedSeconds: 278, live: false, answeredAt: minutesAgo(2887), endReason: 'callerHungUp', menuPath: [{ menu: 'main', key: '1', label: three('Teknik sorun', 'Tekniskt fel', 'Technical problem'), at: minutesAgo(2888) }] },
    },
    { id: `${request.id}-n`, at: minutesAgo(2884), kind: 'note', by: faruk, note: { text: 'Modem 14.08’de bizden alınmış. Yeniden başlatma ve kablo değişimi denendi, düzelmedi.', customerSees: false, files: [] } },
    { id: `${request.id}-s`, at: minutesAgo(2880), kind: 'stage', by: faruk, stage: { from: stage('new').names, to: stage('investigating').names, toKind: 'inProgress', comment: 'Donanım şüphesi', outcome: null, part: null } },
    { id: `${request.id}-x`, at: minutesAgo(1400), kind: 'change', by: merve, change: { fields: [{ name: 'priority', from: 'Normal', to: 'Yüksek' }] } },
    {
      id: `${request.id}-l`, at: minutesAgo(5), kind: 'call', by: null,
      call: { callId: '0198c000-0000-7000-8000-000000000001', number: '+905321112233', agent: faruk, team: null, waitedSeconds: 38, talkedSeconds: 0, live: true, answeredAt: minutesAgo(4), endReason: null, menuPath: [{ menu: 'main', key: '1', label: three('Teknik sorun', 'Tekniskt fel', 'Technical problem'), at: minutesAgo(5) }] },
    },
  ];
}

export const views: readonly SavedView[] = [
  { id: 'v-mine', name: 'Bende', names: three('Bende', 'Bende', 'Bende'), filter: 'owner=me&stage=open', isShared: true, isMine: false, order: 1 },
  { id: 'v-none', name: 'Atanmamış', names: three('Atanmamış', 'Atanmamış', 'Atanmamış'), filter: 'owner=none&stage=open', isShared: true, isMine: false, order: 2 },
  { id: 'v-waiting', name: 'Müşteri bekleniyor', names: three('Müşteri bekleniyor', 'Müşteri bekleniyor', 'Müşteri bekleniyor'), filter: 'stage=waiting', isShared: true, isMine: false, order: 3 },
  { id: 'v-own', name: 'Modemler', names: three('Modemler', 'Modemler', 'Modemler'), filter: 'text=modem', isShared: false, isMine: true, order: 4 },
];

function found(filter: URLSearchParams): RequestRow[] {
  const kindsOf: Record<string, string[]> = { open: ['new', 'inProgress', 'waiting'], over: ['closed', 'rejected'] };
  const wanted = filter.get('stage');
  const text = filter.get('text')?.toLocaleLowerCase('tr');
  return rows.filter(
    (row) =>
      (wanted === null || (kindsOf[wanted] ?? [wanted]).includes(row.stage.kind)) &&
      (filter.get('kind') === null || row.kind === filter.get('kind')) &&
      (filter.get('owner') === null || (filter.get('owner') === 'me' ? row.owner?.id === faruk.id : row.owner === null)) &&
      (filter.get('customer') === null || row.customerId === filter.get('customer')) &&
      (text === undefined || `${row.number} ${row.subject} ${row.customerName}`.toLocaleLowerCase('tr').includes(text)),
  );
}

const offered = (row: Priority, parentId: string | null = null, level = 1) => ({ ...row, parentId, level, unit: null, values: {}, fields: [] });

export const handlers: readonly RequestHandler[] = [
  http.get('*/api/definitions/offer', () =>
    HttpResponse.json({
      tables: {
        priorities: priorities.map((one) => offered(one)),
        contact_methods: methods.map((one) => offered(one)),
        request_categories: drops.path.map((one, index) => offered(one, index === 0 ? null : (drops.path[index - 1]?.id ?? null), index + 1)),
        interaction_categories: [],
      },
    }),
  ),
  http.get('*/api/definitions/offer/uses', () => HttpResponse.json({})),
  http.get('*/api/requests', ({ request, cookies }) => {
    const asked = new URL(request.url).searchParams;
    if (asked.get('call') !== null) {
      return HttpResponse.json({ items: cookies.request === 'none' ? [] : rows.slice(0, 1), next: null, total: 1 });
    }
    const all = found(asked);
    const start = Number(asked.get('after') ?? 0);
    const take = Number(asked.get('take') ?? 50);
    return HttpResponse.json({ items: all.slice(start, start + take), next: start + take < all.length ? String(start + take) : null, total: start === 0 ? all.length : null });
  }),
  http.post('*/api/requests', () => HttpResponse.json({ id: rows[0]?.id, number: rows[0]?.number, version: 1 }, { status: 201 })),
  http.get('*/api/requests/definitions', () => HttpResponse.json({ contactMethods: methods, stages: stages.map((one) => ({ ...one, unit: 'internet' })), kinds: ['information', 'action', 'comment'], priorities, units: [{ code: 'internet', names: three('İnternet', 'Internet', 'Internet') }], teams: [], people: [faruk, merve].map((person) => ({ ...person, mayWork: true, units: ['internet'] })) })),
  http.get('*/api/requests/tags', () => HttpResponse.json(['kesinti'])),
  http.get('*/api/requests/:id/similar', () => HttpResponse.json([])),
  http.post('*/api/requests/:id/tags', ({ params }) => HttpResponse.json(serviceRequest({ id: String(params.id), version: 2 }))),
  http.post('*/api/requests/bulk', async ({ request }) => HttpResponse.json({ undoId: 'undo', rows: ((await request.json()) as { ids: string[] }).ids.map((id) => ({ id, number: rows.find((row) => row.id === id)?.number ?? null, code: null, text: null })) })),
  http.get('*/api/requests/views', () => HttpResponse.json(views)),
  http.get('*/api/requests/views/counts', () => HttpResponse.json(Object.fromEntries(views.map((view) => [view.id, found(new URLSearchParams(view.filter)).length])))),
  http.post('*/api/requests/views', async ({ request }) => HttpResponse.json({ id: 'v-new', isMine: true, ...((await request.json()) as object) }, { status: 201 })),
  http.get('*/api/requests/:id', ({ params }) => (rows.some((row) => row.id === params.id) ? HttpResponse.json(serviceRequest({ id: String(params.id) })) : problem(404, 'requests.unknown'))),
  http.put('*/api/requests/:id', async ({ params, request }) => {
    const { version, ...fields } = (await request.json()) as { version: number };
    return HttpResponse.json({ ...serviceRequest({ id: String(params.id) }), ...fields, version: version + 1 });
  }),
  http.get('*/api/requests/:id/timeline', ({ params }) => HttpResponse.json(timelineOf(serviceRequest({ id: String(params.id) })))),
  http.post('*/api/requests/:id/notes', () => HttpResponse.json({ id: 'n', at: minutesAgo(0) }, { status: 201 })),
  http.post('*/api/requests/:id/stage', async ({ params, request }) => HttpResponse.json(serviceRequest({ id: String(params.id), stage: stage(((await request.json()) as { stage: string }).stage), version: 2 }))),
  http.put('*/api/requests/:id/owner', ({ params }) => HttpResponse.json(serviceRequest({ id: String(params.id), owner: faruk, version: 2 }))),
  http.post('*/api/requests/:id/calls', () => new HttpResponse(null, { status: 204 })),
];
