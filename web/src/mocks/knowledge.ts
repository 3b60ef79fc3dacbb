import { http, HttpResponse, type RequestHandler } from 'msw';
import type { components } from '../api/schema';
import { problem } from './problem';

type Schemas = components['schemas'];
type View = Schemas['ArticleView'];

const at = '2026-11-02T08:00:00Z';
const base: Omit<View, 'id' | 'kind' | 'title'> = { number: 1, language: 'tr', isFallback: false, languages: ['tr'], isOutdated: false, reviewOn: null, body: '', phone: null, url: null, host: null, target: null, steps: [], audience: 'agents', units: ['internet'], categories: [], publishedAt: at };
const step = (key: string, kind: Schemas['StepKind'], text: string, more: Partial<Schemas['StepView']> = {}): Schemas['StepView'] => ({ key, kind, text, next: null, answers: [], field: null, isRequired: false, canSkip: false, writesNote: true, result: null, ...more });

export const articles: readonly View[] = [
  {
    ...base,
    id: '0198f0b0-0000-7000-8000-000000000001',
    kind: 'script',
    title: 'Bağlantı kopması',
    body: '<p>Önce <strong>besleme</strong>, sonra hat.</p>',
    steps: [
      step('s1', 'say', 'Görüşmemiz kayıt altındadır.'),
      step('s2', 'ask', 'PON ışığı ne renk?', { answers: [{ key: 'a1', text: 'Yeşil', next: null, article: null }, { key: 'a2', text: 'Kırmızı', next: null, article: null }] }),
      step('s3', 'result', 'Sorun çözüldü', { result: 'solved' }),
    ],
  },
  { ...base, id: '0198f0b0-0000-7000-8000-000000000002', kind: 'phone', title: 'Bölgesel kesinti hattı', phone: '+902124440123' },
  { ...base, id: '0198f0b0-0000-7000-8000-000000000003', kind: 'text', title: 'Adaptör testi', body: '<p>Etiket <strong>12 V</strong> olmalı.</p>' },
];

const rowOf = ({ id, kind, title, language, isFallback, isOutdated }: View): Schemas['ArticleRow'] => ({ id, kind, title, language, isFallback, isOutdated });
const byId = (id: unknown): View | undefined => articles.find((article) => article.id === id);

function readingOf(article: View, answers: Schemas['GivenAnswer'][]): Schemas['ReadAlongResponse'] {
  const next = article.steps[answers.length];
  return { id: article.id, article, answers, at: next?.key ?? null, ahead: article.steps.slice(answers.length + 1).map(({ key }) => key), result: next === undefined && article.kind === 'script' ? 'solved' : null, opens: null, isOver: next === undefined, helped: null, note: article.title };
}

export const handlers: readonly RequestHandler[] = [
  http.get('*/api/knowledge/tree', () =>
    HttpResponse.json({
      folders: [{ id: '0198f0b0-0000-7000-8000-0000000000f1', names: { tr: 'Teknik destek', sv: 'Teknisk support', en: 'Technical support' }, unit: 'internet' }],
      articles: articles.map((article) => ({ ...rowOf(article), folderId: '0198f0b0-0000-7000-8000-0000000000f1', isPublished: true, hasDraft: false, isOpen: true, isRetired: false, from: null, until: null, units: ['internet'], categories: [] })),
      ownUnits: [],
    }),
  ),
  http.get('*/api/knowledge/articles/:id', ({ params }) => {
    const found = byId(params.id);
    return found === undefined ? problem(404, 'knowledge.unknown') : HttpResponse.json(found);
  }),
  http.post('*/api/knowledge/articles/:id/readings', ({ params }) => {
    const found = byId(params.id);
    return found === undefined ? problem(404, 'knowledge.unknown') : HttpResponse.json(readingOf(found, []));
  }),
  http.put('*/api/knowledge/readings/:id', async ({ params, request }) => {
    const found = byId(params.id);
    const body = (await request.json()) as { answers?: Schemas['GivenAnswer'][] };
    return found === undefined ? problem(404, 'knowledge.reading_unknown') : HttpResponse.json(readingOf(found, body.answers ?? []));
  }),
  http.post('*/api/knowledge/searches', async ({ request }) => {
    const { words } = (await request.json()) as { words: string };
    const hits = articles.filter(({ title }) => title.toLocaleLowerCase('tr').includes(words.toLocaleLowerCase('tr')));
    return HttpResponse.json({ searchId: '0198f0b0-0000-7000-8000-0000000000a1', hits: hits.map((article) => ({ article: rowOf(article), relevance: 92, words: [words], ofCategory: false, excerpt: 'Önce besleme' })) });
  }),
  http.get('*/api/knowledge/suggestions', () => HttpResponse.json([])),
  http.get('*/api/knowledge/requests/:id', () => HttpResponse.json({ isDuty: false, owes: false, searches: 0, usedArticles: [] })),
  http.get('*/api/knowledge/duties', () => HttpResponse.json([{ unit: 'internet', names: { tr: 'İnternet', sv: 'Internet', en: 'Internet' }, isRequired: false }])),
  http.get('*/api/knowledge/not-found', () => HttpResponse.json([])),
];
