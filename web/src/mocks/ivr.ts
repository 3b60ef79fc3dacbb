import { http, HttpResponse, type RequestHandler } from 'msw';
import type { Flow, FlowView, Problem, Simulation } from '../features/ivr/flow-types';
import { problem } from './problem';

const words = (tr: string): { tr: string; sv: string; en: string } => ({ tr, sv: `${tr} (sv)`, en: `${tr} (en)` });

const document: Flow = {
  code: 'internet',
  names: words('Soft İnternet'),
  unit: 'internet',
  numbers: ['+908502220000', '100'],
  defaultTeam: 'customer_services',
  start: 'welcome',
  texts: null,
  nodes: {
    welcome: { verb: 'say', play: ['internet.welcome'], next: 'main', interruptible: true },
    main: {
      verb: 'menu', name: 'main', intro: null, invalid: 'common.invalid', silence: null, onFailure: 'bye', tries: 3, waitSeconds: 6,
      options: [
        { key: '1', label: words('Teknik sorun'), prompt: 'internet.menu.technical', next: 'queue', for: null },
        { key: '2', label: words('Fatura'), prompt: 'internet.menu.invoices', next: 'queue', for: ['knownIndividual', 'verifiedCorporate'] },
      ],
    },
    queue: { verb: 'queue', team: 'customer_services', before: [], forCustomers: null, notServed: 'bye', priority: 0 },
    bye: { verb: 'hangUp', reason: 'closed', play: ['common.closed'] },
  },
};

const start: FlowView = {
  code: 'internet',
  names: document.names,
  unit: 'internet',
  numbers: document.numbers,
  published: { version: 3, at: '2026-11-20T08:00:00Z', by: 'Deniz Aksoy', note: null, document },
  draft: null,
  problems: [],
};

/** What the mock's one flow has been told. */
export const mockFlow: { view: FlowView; published: { version: number; note: string | null }[]; rolledBack: number[]; created: unknown[]; problems: (drawn: Flow) => Problem[] } = { view: start, published: [], rolledBack: [], created: [], problems: () => [] };

export function resetFlow(): void {
  Object.assign(mockFlow, { view: start, published: [], rolledBack: [], created: [], problems: () => [] });
}

function walk(script: readonly string[]): Simulation['walk'] {
  const said = { kind: 'said' as const, seconds: 0, node: 'welcome', text: 'Hoş geldiniz.' };
  if (script.length === 0) {
    return { steps: [said], way: ['welcome', 'main'], taken: 0, waits: { kind: 'key', seconds: 6, keys: [{ key: '1', label: words('Teknik sorun'), to: 'queue' }] }, class: 'unidentified', language: 'tr' };
  }
  const queued = { kind: 'queued' as const, seconds: 8, node: 'queue', text: 'customer_services' };
  return script[1] === undefined
    ? { steps: [said, { kind: 'keyed', seconds: 6, node: 'main', text: script[0] ?? '' }, queued], way: ['welcome', 'main', 'queue'], taken: 1, waits: { kind: 'queue', seconds: 0, keys: [], team: 'customer_services' }, class: 'unidentified', language: 'tr' }
    : { steps: [said, queued, { kind: 'ended', seconds: 40, node: 'queue', text: 'agentHungUp' }], way: ['welcome', 'main', 'queue'], taken: 2, ended: 'agentHungUp', class: 'unidentified', language: 'tr' };
}

export const handlers: readonly RequestHandler[] = [
  http.get('*/api/ivr/flows', () =>
    HttpResponse.json([{ code: 'internet', names: document.names, unit: 'internet', numbers: document.numbers, version: mockFlow.view.published.version, publishedAt: start.published.at, publishedBy: 'Deniz Aksoy', blocks: 4, draftAt: null, draftBy: null, errors: 0, warnings: 0 }]),
  ),
  http.get('*/api/ivr/choices', () =>
    HttpResponse.json({
      teams: [{ code: 'customer_services', names: words('Müşteri Hizmetleri'), unit: 'internet' }],
      prompts: [
        { key: 'internet.welcome', text: words('Hoş geldiniz.'), recorded: [] },
        { key: 'internet.menu.technical', text: words('Teknik için 1.'), recorded: [] },
        { key: 'internet.menu.invoices', text: words('Fatura için 2.'), recorded: [] },
        { key: 'common.invalid', text: words('Yanlış tuş.'), recorded: [] },
        { key: 'common.closed', text: words('Kapalıyız.'), recorded: [] },
      ],
    }),
  ),
  http.post('*/api/ivr/flows', async ({ request }) => {
    mockFlow.created.push(await request.json());
    return HttpResponse.json(mockFlow.view, { status: 201 });
  }),
  http.put('*/api/ivr/flows/internet/numbers', async ({ request }) => {
    const { numbers } = (await request.json()) as { numbers: string[] };
    mockFlow.view = { ...mockFlow.view, numbers, published: { ...mockFlow.view.published, version: mockFlow.view.published.version + 1 } };
    return HttpResponse.json(mockFlow.view);
  }),
  http.get('*/api/ivr/flows/internet', () => HttpResponse.json(mockFlow.view)),
  http.put('*/api/ivr/flows/internet/draft', async ({ request }) => {
    const body = (await request.json()) as { version: number; document: Flow };
    const version = mockFlow.view.draft?.version ?? 0;
    if (body.version !== version) {
      return problem(409, 'record.changed_meanwhile', { current: mockFlow.view });
    }
    mockFlow.view = { ...mockFlow.view, problems: mockFlow.problems(body.document), draft: { version: version + 1, basedOn: mockFlow.view.published.version, changedAt: '2026-11-21T09:00:00Z', changedBy: 'Deniz Aksoy', document: body.document } };
    return HttpResponse.json(mockFlow.view);
  }),
  http.delete('*/api/ivr/flows/internet/draft', () => {
    mockFlow.view = { ...mockFlow.view, draft: null, problems: [] };
    return HttpResponse.json(mockFlow.view);
  }),
  http.post('*/api/ivr/flows/internet/publish', async ({ request }) => {
    const body = (await request.json()) as { version: number; note: string | null };
    mockFlow.published.push(body);
    const { draft, published } = mockFlow.view;
    mockFlow.view = { ...mockFlow.view, draft: null, published: { ...published, version: published.version + 1, note: body.note, document: draft?.document ?? published.document } };
    return HttpResponse.json(mockFlow.view);
  }),
  http.get('*/api/ivr/flows/internet/versions', () =>
    HttpResponse.json([3, 2].map((version) => ({ version, at: start.published.at, by: 'Deniz Aksoy', note: version === 2 ? 'Yaz saatleri' : null, blocks: 4 }))),
  ),
  http.post('*/api/ivr/flows/internet/versions/:version/roll-back', ({ params }) => {
    mockFlow.rolledBack.push(Number(params['version']));
    mockFlow.view = { ...mockFlow.view, published: { ...mockFlow.view.published, version: mockFlow.view.published.version + 1 } };
    return HttpResponse.json(mockFlow.view);
  }),
  http.post('*/api/ivr/flows/internet/simulate', async ({ request }) => {
    const { script } = (await request.json()) as { script: string[] };
    return HttpResponse.json({ version: 3, walk: walk(script), pair: null });
  }),
];
