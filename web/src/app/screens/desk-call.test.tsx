import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import type { DeskCall, DeskSnapshot, TransferTargets } from '../../api/desk-types';
import { live } from '../../api/live';
import { openTransfer } from '../../api/side-bridge';
import { deskCall, deskSnapshot } from '../../mocks/desk';
import { server } from '../../mocks/server';
import { renderAt } from '../../test/render-at';

const presence = deskSnapshot().presence;
const now = new Date().toISOString();
const three = (word: string) => ({ tr: word, sv: word, en: word });

function inCall(change: Partial<DeskCall>): DeskSnapshot {
  return deskSnapshot({ presence: { ...presence, activity: 'talking' }, call: deskCall({ state: 'talking', ringsUntil: null, connectedAt: presence.since, ...change }) });
}

/** The desk answers with this; what is posted to the call comes back in order. */
function desk(snapshot: DeskSnapshot): string[] {
  const sent: string[] = [];
  server.use(
    http.get('*/api/desk', () => HttpResponse.json(snapshot)),
    http.post('*/api/calls/:id/:command', async ({ params, request }) => {
      const body = await request.text();
      sent.push(`${String(params.command)} ${body}`.trim());
      return new HttpResponse(null, { status: 204 });
    }),
    http.post('*/api/calls/:id/consult/:act', ({ params }) => {
      sent.push(`consult/${String(params.act)}`);
      return new HttpResponse(null, { status: 204 });
    }),
  );
  return sent;
}

beforeEach(() => {
  sessionStorage.clear();
  openTransfer(null);
});

test('Y sends the caller into the verification menu', async () => {
  const sent = desk(inCall({ class: 'unidentified', customer: null }));
  const { user } = await renderAt('/desk');
  await screen.findByRole('button', { name: /Doğrula/ });

  await user.keyboard('y');

  await waitFor(() => expect(sent).toEqual(['verify']));
});

test('the agent sees the steps and the wrong entries, and Esc takes the caller back', async () => {
  const sent = desk(
    inCall({
      state: 'verifying',
      class: 'unidentified',
      customer: null,
      verification: { wrongPairs: 1, wrongAllowed: 2, verifiedAt: null, steps: [{ kind: 'sent', at: now }, { kind: 'wrong', at: now }, { kind: 'askedNumber', at: now }] },
    }),
  );
  const { user } = await renderAt('/desk');
  const panel = await screen.findByRole('region', { name: 'Doğrulama' });
  expect(within(panel).getByText('Müşteri numarası soruluyor')).toBeVisible();
  expect(within(panel).getByText(/1 yanlış giriş · 3. yanlışta çağrı kapanır/)).toBeVisible();
  expect(screen.getByRole('button', { name: /Beklet/ })).toBeDisabled();

  await user.keyboard('{Escape}');

  await waitFor(() => expect(sent).toEqual(['take-back']));
});

const targets: TransferTargets = {
  people: [
    { id: 'p1', name: 'Selin Arslan', team: { code: 'corporate_services', names: three('Kurumsal Hizmetler') }, isFree: true, now: { presence: 'available', reason: null, activity: 'idle', since: now } },
    { id: 'p2', name: 'Burak Öztürk', team: { code: 'technical_support', names: three('Teknik Destek') }, isFree: false, now: { presence: 'away', reason: 'lunch', activity: 'idle', since: now } },
  ],
  teams: [{ code: 'corporate_services', names: three('Kurumsal Hizmetler'), isOpen: true, waiting: 0, longestWaitSince: null, agentsReady: 1 }],
};

test('a colleague is asked first, and who is at lunch cannot be', async () => {
  const sent = desk(inCall({}));
  server.use(http.get('*/api/calls/:id/targets', () => HttpResponse.json(targets)));
  const { user } = await renderAt('/desk');
  await screen.findByRole('button', { name: /Aktar/ });
  await user.keyboard('t');
  const panel = await screen.findByRole('region', { name: 'Aktar' });
  expect(await within(panel).findByRole('button', { name: /Burak Öztürk/ })).toBeDisabled();

  await user.keyboard('selin{Enter}');

  await waitFor(() => expect(sent).toEqual(['consult {"agent":"p1"}']));
});

test('without asking the caller goes to the team', async () => {
  const sent = desk(inCall({}));
  server.use(http.get('*/api/calls/:id/targets', () => HttpResponse.json(targets)));
  const { user } = await renderAt('/desk');
  await screen.findByRole('button', { name: /Aktar/ });
  await user.keyboard('t');
  const panel = await screen.findByRole('region', { name: 'Aktar' });

  await user.click(await within(panel).findByRole('button', { name: 'Kurumsal Hizmetler için aktar' }));

  await waitFor(() => expect(sent).toEqual(['transfer {"team":"corporate_services"}']));
});

test('in a consultation Enter hands the caller over', async () => {
  const sent = desk(inCall({ state: 'consulting', consult: { with: 'p1', name: 'Selin Arslan', state: 'speaking', since: now, isAsked: false, number: null } }));
  const { user } = await renderAt('/desk');
  await screen.findByRole('region', { name: 'Selin Arslan ile danışma' });

  await user.keyboard('{Enter}');

  await waitFor(() => expect(sent).toEqual(['consult/complete']));
});

test('who is only asked can leave and nothing else', async () => {
  const sent = desk(inCall({ consult: { with: 'p1', name: 'Selin Arslan', state: 'speaking', since: now, isAsked: true, number: null } }));
  const { user } = await renderAt('/desk');
  const leave = await screen.findByRole('button', { name: 'Ayrıl' });
  expect(screen.queryByRole('button', { name: /Beklet/ })).not.toBeInTheDocument();

  await user.click(leave);

  await waitFor(() => expect(sent).toEqual(['hang-up']));
});

test('the recording is begun, paused and resumed from the phone bar, and the agent is told of who speaks to him', async () => {
  const sent = desk(inCall({ recording: { state: 'off', mayStart: true } }));
  server.use(
    http.post('*/api/calls/:id/recording/:act', ({ params }) => {
      sent.push(`recording/${String(params.act)}`);
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user } = await renderAt('/desk');
  await user.click(await screen.findByRole('button', { name: 'Sesi kaydet' }));
  await waitFor(() => expect(sent).toEqual(['recording/start']));

  const { presence: here, phone } = deskSnapshot();
  const show = (version: number, change: Partial<DeskCall>): void => live.receive({ topic: 'desk', version, payload: { presence: { ...here, activity: 'talking' }, phone, call: inCall(change).call } });
  show(1, { recording: { state: 'running', mayStart: false } });
  await user.click(await screen.findByRole('button', { name: 'Kaydı durdur' }));
  await waitFor(() => expect(sent).toEqual(['recording/start', 'recording/pause']));
  expect(screen.getByRole('img', { name: 'Görüşme kaydediliyor' })).toBeVisible();
  show(2, { recording: { state: 'paused', mayStart: false }, supervisor: { by: 'b', name: 'Ece Arslan', mode: 'whisper' } });
  expect(await screen.findByText('Kayıt duraklatıldı')).toBeVisible();
  expect(screen.getByText('Ece Arslan size fısıldıyor')).toBeVisible();
  await user.keyboard('d');
  await waitFor(() => expect(sent).toEqual(['recording/start', 'recording/pause', 'recording/resume']));
  show(3, { recording: { state: 'failed', mayStart: false } });
  expect(await screen.findByText('Kaydedilemiyor')).toBeVisible();
});
