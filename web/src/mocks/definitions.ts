import { http, HttpResponse, type RequestHandler } from 'msw';
import type { components } from '../api/schema';
import { must, problem } from './problem';

type Row = components['schemas']['RowView'];
type Names = Row['names'];

const table = 'request_categories';
const code = { fault: 'product_fault', outage: 'outage' };

function row(id: string, parentId: string | null, level: number, names: Names, extra: Partial<Row> = {}): Row {
  const missing = (['tr', 'sv', 'en'] as const).filter((language) => names[language] === '');
  return { id, table, parentId, level, code: id, names, missing, unit: null, offeredIn: null, isActive: true, isOffered: true, values: {}, fields: [], version: 1, ...extra };
}

const start: readonly Row[] = [
  row(code.fault, null, 1, { tr: 'Ürün Hatası', sv: 'Produktfel', en: 'Product fault' }),
  row('faulty', code.fault, 2, { tr: 'Arızalı Ürün', sv: 'Trasig produkt', en: 'Faulty product' }),
  row('drops', 'faulty', 3, { tr: 'Bağlantı kopuyor', sv: 'Förbindelsen bryts', en: 'Connection drops' }),
  row('cover', 'faulty', 3, { tr: 'Kapak Kırık', sv: 'Locket är trasigt', en: 'Cover broken' }),
  row('hot', 'faulty', 3, { tr: 'Isınıyor', sv: '', en: 'Overheats' }),
  row('packaging', code.fault, 2, { tr: 'Ambalaj', sv: 'Förpackning', en: 'Packaging' }),
  row(code.outage, null, 1, { tr: 'Hizmet Kesintisi', sv: 'Driftavbrott', en: 'Service outage' }, { isActive: false, isOffered: false }),
];

let rows: Row[] = [...start];

/** The rows of the mock's one tree, as they are now. */
export const mockRows = (): readonly Row[] => rows;

/** Begins anew; a row in `changed` was changed by somebody else meanwhile. */
export function resetDefinitions(changed: readonly Row[] = []): void {
  rows = start.map((one) => changed.find(({ id }) => id === one.id) ?? one);
}

function summary() {
  const offered = [1, 2, 3].map((level) => rows.filter((one) => one.level === level && one.isOffered).length);
  return { code: table, group: 'call_centre', levels: 3, requirementRows: ['W-D05', 'W-D06', 'W-D07'], columns: [], carriesFields: true, offered, total: rows.length, missingNames: 1 };
}

function update(id: string, version: number, change: (old: Row) => Row) {
  const old = rows.find((one) => one.id === id);
  if (old === undefined) {
    return problem(404, 'definitions.row_unknown');
  }
  if (old.version !== version) {
    return problem(409, 'record.changed_meanwhile', { current: old });
  }
  const next = { ...change(old), version: version + 1 };
  rows = rows.map((one) => (one.id === id ? next : one));
  return HttpResponse.json(next);
}

const uses: Record<string, number> = { drops: 411, cover: 96, hot: 0, packaging: 3 };

export const handlers: readonly RequestHandler[] = [
  http.get('*/api/definitions/tables', () => HttpResponse.json([summary(), { ...summary(), code: 'return_rejections', group: 'warranty', levels: 1, offered: [0], total: 0, carriesFields: false }])),
  http.get('*/api/definitions/tables/:table', ({ params }) =>
    params.table === table ? HttpResponse.json({ table: summary(), rows }) : params.table === 'return_rejections' ? HttpResponse.json({ table: { ...summary(), code: 'return_rejections', levels: 1, offered: [0] }, rows: [] }) : problem(404, 'definitions.table_unknown'),
  ),
  http.get('*/api/definitions/tables/:table/uses', () => HttpResponse.json(uses)),
  http.get('*/api/definitions/offer', () => HttpResponse.json({ tables: { [table]: rows.filter((one) => one.isOffered).map(({ id, parentId, level, code: key, names, values, fields }) => ({ id, parentId, level, code: key, names, unit: null, values, fields })) } })),
  http.get('*/api/definitions/offer/uses', () => HttpResponse.json(uses)),
  http.get('*/api/definitions/readiness', () =>
    HttpResponse.json({
      ready: 2,
      total: 4,
      rows: [
        { row: 'W-D05', textKey: 'definitions.ready.W-D05', state: 'ready', path: `/definitions/${table}`, count: 1, warningKey: null, warningCount: 0 },
        { row: 'W-D07', textKey: 'definitions.ready.W-D07', state: 'warning', path: `/definitions/${table}`, count: 3, warningKey: 'definitions.ready.names_missing', warningCount: 1 },
        { row: 'W-D17', textKey: 'definitions.ready.W-D17', state: 'later', path: null, count: 0, warningKey: null, warningCount: 0 },
        { row: 'W-D21', textKey: 'definitions.ready.W-D21', state: 'missing', path: '/definitions/return_rejections', count: 0, warningKey: null, warningCount: 0 },
      ],
    }),
  ),
  http.post('*/api/definitions/tables/:table/rows', async ({ request, params }) => {
    const asked = (await request.json()) as Partial<Row> & { before?: string | null };
    const names = must(asked.names);
    if (rows.some((one) => one.parentId === asked.parentId && one.names.tr.toLocaleLowerCase('tr') === names.tr.toLocaleLowerCase('tr'))) {
      return problem(409, 'definitions.name_taken', { args: { name: names.tr } });
    }
    const added = row(`row-${rows.length}`, asked.parentId ?? null, asked.level ?? 1, names, { table: String(params.table) });
    rows = [...rows, added];
    return HttpResponse.json(added, { status: 201 });
  }),
  http.put('*/api/definitions/rows/:id', async ({ request, params }) => {
    const asked = (await request.json()) as Row;
    return update(String(params.id), asked.version, (old) => ({ ...old, names: asked.names, fields: asked.fields, unit: asked.unit ?? null }));
  }),
  http.post('*/api/definitions/rows/:id/move', async ({ request, params }) => {
    const asked = (await request.json()) as { version: number; parentId: string | null; before: string | null };
    const answer = update(String(params.id), asked.version, (old) => ({ ...old, parentId: asked.parentId }));
    const moved = must(rows.find((one) => one.id === params.id));
    const rest = rows.filter((one) => one.id !== params.id);
    const at = asked.before === null ? rest.length : rest.findIndex((one) => one.id === asked.before);
    rows = [...rest.slice(0, at), moved, ...rest.slice(at)];
    return answer;
  }),
  http.post('*/api/definitions/rows/:id/:act', async ({ request, params }) => {
    const { version } = (await request.json()) as { version: number };
    return update(String(params.id), version, (old) => ({ ...old, isActive: params.act === 'activate', isOffered: params.act === 'activate' }));
  }),
  http.delete('*/api/definitions/rows/:id', ({ params }) => {
    const count = uses[String(params.id)] ?? 0;
    if (count > 0) {
      return problem(409, 'definitions.in_use', { args: { count } });
    }
    rows = rows.filter((one) => one.id !== params.id);
    return new HttpResponse(null, { status: 204 });
  }),
  http.get('*/api/definitions/rows/:id/history', () =>
    HttpResponse.json([{ at: '2026-11-20T10:00:00Z', userName: 'Kerem Öztürk', rowId: 'drops', name: 'Bağlantı kopuyor', act: 'changed', changes: [{ what: 'nameTr', from: 'Hat kopuyor', to: 'Bağlantı kopuyor' }] }]),
  ),
  http.get('*/api/definitions/tables/:table/history', () => HttpResponse.json([])),
  http.post('*/api/definitions/tables/:table/import/preview', async ({ request }) => {
    const isBad = (await request.text()).includes('yok');
    const line = { number: 2, code: 'x1', names: { tr: 'Yeni kategori', sv: '', en: '' } };
    return HttpResponse.json({
      isSaved: false,
      added: isBad ? 0 : 1,
      changed: 0,
      unchanged: 0,
      refused: isBad ? 1 : 0,
      lines: [isBad ? { ...line, act: 'refused', refusal: 'definitions.parent_unknown', why: 'Üst satır bulunamadı.' } : { ...line, act: 'added', refusal: null, why: null }],
    });
  }),
  http.post('*/api/definitions/tables/:table/import', () => HttpResponse.json({ isSaved: true, added: 1, changed: 0, unchanged: 0, refused: 0, lines: [] })),
];
