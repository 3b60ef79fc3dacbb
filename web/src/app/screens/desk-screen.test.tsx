import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import type { DeskSnapshot } from '../../api/desk-types';
import { deskCall, deskSnapshot, dispositions } from '../../mocks/desk';
import { problem } from '../../mocks/problem';
import { rows } from '../../mocks/requests';
import { server } from '../../mocks/server';
import { renderAt } from '../../test/render-at';

const presence = deskSnapshot().presence;
const offered = (change: Partial<Parameters<typeof deskCall>[0]> = {}): DeskSnapshot => deskSnapshot({ presence: { ...presence, activity: 'offered' }, call: deskCall(change) });
const talking = deskSnapshot({ presence: { ...presence, activity: 'talking' }, call: deskCall({ state: 'talking', ringsUntil: null, connectedAt: presence.since }) });

function desk(snapshot: DeskSnapshot): void {
  server.use(http.get('*/api/desk', () => HttpResponse.json(snapshot)));
}

function commands(): string[] {
  const sent: string[] = [];
  server.use(
    http.post('*/api/calls/:id/:command', ({ params }) => {
      sent.push(`${String(params.id)} ${String(params.command)}`);
      return new HttpResponse(null, { status: 204 });
    }),
  );
  return sent;
}

beforeEach(() => sessionStorage.clear());

test('an offered call says who, which way and how long, and Enter answers it', async () => {
  const sent = commands();
  desk(offered());
  const { user } = await renderAt('/desk');
  const card = await screen.findByRole('alertdialog', { name: /Elif Yılmaz/ });
  expect(within(card).getByText('0532 111 22 33')).toBeVisible();
  expect(within(card).getByText('Teknik sorun')).toBeVisible();
  expect(within(card).getByText('00:38')).toBeVisible();

  await user.keyboard('{Enter}');

  await waitFor(() => expect(sent).toEqual([`${deskCall().callId} answer`]));
});

test('Esc refuses the offered call', async () => {
  const sent = commands();
  desk(offered());
  const { user } = await renderAt('/desk');
  await screen.findByRole('alertdialog');

  await user.keyboard('{Escape}');

  await waitFor(() => expect(sent).toEqual([`${deskCall().callId} reject`]));
});

test('an unidentified caller is shown by number, with names only as hints', async () => {
  desk(offered({ class: 'unidentified', customer: null, candidates: [deskCall().customer].flatMap((one) => one ?? []) }));
  await renderAt('/desk');
  const card = await screen.findByRole('alertdialog', { name: /0532 111 22 33/ });
  expect(within(card).getByText(/Elif Yılmaz; numara tek başına kimlik değil/)).toBeVisible();
  expect(within(card).getByText('Tanınmadı')).toBeVisible();
});

test('an offer that is gone says so where it happened', async () => {
  desk(offered());
  server.use(http.post('*/api/calls/:id/answer', () => problem(409, 'calls.offer_gone')));
  const { user } = await renderAt('/desk');
  await user.click(await screen.findByRole('button', { name: /Cevapla/ }));
  expect(await screen.findByText('Bu çağrı artık sizde çalmıyor.')).toBeVisible();
});

test('N in a call saves a request of that call and customer at once and shows it', async () => {
  const opened: unknown[] = [];
  desk(talking);
  server.use(
    http.get('*/api/requests', ({ request }) => (new URL(request.url).searchParams.has('call') ? HttpResponse.json({ items: [], next: null, total: 0 }) : undefined)),
    http.post('*/api/requests', async ({ request }) => {
      opened.push(await request.json());
      expect(request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/);
      return HttpResponse.json({ id: '0198f000-0000-7000-8000-000000000000', number: 'ÇB-26-4812', version: 1 }, { status: 201 });
    }),
  );
  const { user } = await renderAt('/desk');
  await screen.findByText('Bu çağrının henüz başvurusu yok');

  await user.keyboard('n');

  expect(await within(screen.getByRole('main')).findByText('ÇB-26-4812')).toBeVisible();
  expect(opened).toEqual([{ callId: deskCall().callId, customerId: deskCall().customer?.id }]);
});

test('N without a call opens the new request on its own page', async () => {
  desk(deskSnapshot());
  const { user, address } = await renderAt('/desk');
  await screen.findByRole('heading', { name: 'Bende bekleyenler' });

  await user.keyboard('n');

  await waitFor(() => expect(address()).toBe('/requests/0198f000-0000-7000-8000-000000000000'));
});

test('in wrap-up a digit sets the outcome and Ctrl+Enter makes ready', async () => {
  const sent: unknown[] = [];
  desk(deskSnapshot({ presence: { ...presence, activity: 'wrapUp', wrapUpUntil: new Date(Date.now() + 38_000).toISOString() }, call: deskCall({ state: 'ended' }) }));
  server.use(
    http.put('*/api/desk/wrap-up/disposition', async ({ request }) => {
      sent.push(await request.json());
      return new HttpResponse(null, { status: 204 });
    }),
    http.post('*/api/desk/wrap-up/:act', ({ params }) => {
      sent.push(params.act);
      return HttpResponse.json(presence);
    }),
  );
  const { user } = await renderAt('/desk');
  await screen.findByRole('button', { name: /Takip edilecek/ });

  await user.keyboard('2');
  await waitFor(() => expect(screen.getByRole('button', { name: /Takip edilecek/ })).toHaveAttribute('aria-pressed', 'true'));
  await user.keyboard('{Control>}{Enter}{/Control}');

  await waitFor(() => expect(sent).toEqual([{ callId: deskCall().callId, dispositionId: dispositions[1]?.id }, 'finish']));
});

test('in wrap-up the call of the request is over at once, whatever its records still say', async () => {
  const ended = new Date(Date.now() - 1000);
  desk(deskSnapshot({ presence: { ...presence, activity: 'wrapUp', wrapUpUntil: new Date(Date.now() + 38_000).toISOString() }, call: deskCall({ state: 'ended', connectedAt: new Date(ended.getTime() - 252_000).toISOString(), endedAt: ended.toISOString() }) }));
  server.use(http.get('*/api/requests', ({ request }) => (new URL(request.url).searchParams.has('call') ? HttpResponse.json({ items: [rows[0]], next: null, total: 1 }) : undefined)));

  await renderAt('/desk');

  expect(await screen.findByText(/04:12 görüşüldü/)).toBeVisible();
  expect(screen.queryByText(/sürüyor/)).toBeNull();
});

test('the band says whom the queues promised to call and what was announced', async () => {
  const [first] = deskSnapshot().teams;
  const told = new Date();
  told.setHours(9, 5);
  desk(deskSnapshot({ teams: first === undefined ? [] : [{ ...first, promised: 2, promisedSince: told.toISOString() }] }));
  server.use(
    http.get('*/api/notices', ({ request }) =>
      new URL(request.url).searchParams.get('announced') === 'true'
        ? HttpResponse.json({ items: [{ id: 'n1', kind: 'warning', textKey: 'notice.warning', args: { text: 'Bornova santralinde bakım' }, path: '', by: { id: 's', name: 'Nermin Şahin' }, at: told.toISOString(), isRead: false, count: 1 }], next: null, unread: 1 })
        : HttpResponse.json({ items: [], next: null, unread: 0 }),
    ),
  );

  await renderAt('/desk');

  expect(await screen.findByText('2 geri arama sözü, ilki 09:05')).toBeVisible();
  expect(within(await screen.findByRole('list', { name: 'Son duyurular' })).getByText(/Bornova santralinde bakım/)).toBeVisible();
  expect(screen.getByText(/Nermin Şahin, 09:05/)).toBeVisible();
});

test('a promise to call back says whom and since when, and Enter calls', async () => {
  const sent: string[] = [];
  server.use(
    http.post('*/api/queues/callbacks/:id/:act', ({ params }) => {
      sent.push(`${String(params.id)} ${String(params.act)}`);
      return HttpResponse.json({ callId: deskCall().callId });
    }),
  );
  const at = new Date(Date.now() - 400_000).toISOString();
  desk(deskSnapshot({ callback: { id: 'promise-1', number: '+905321112233', team: deskCall().team, language: 'tr', placeAt: at, promisedAt: at, ringsUntil: new Date(Date.now() + 15_000).toISOString() } }));
  const { user } = await renderAt('/desk');
  const card = await screen.findByRole('alertdialog', { name: /Geri arama.*0532 111 22 33.*Teknik Destek/ });
  expect(within(card).getByText('06:40')).toBeVisible();

  await user.keyboard('{Enter}');

  await waitFor(() => expect(sent).toEqual(['promise-1 take']));
});
