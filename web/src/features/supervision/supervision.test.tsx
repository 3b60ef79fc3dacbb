import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { live } from '../../api/live';
import { board, boardAgent, boardTeam } from '../../mocks/supervision';
import { server } from '../../mocks/server';
import { renderAt } from '../../test/render-at';
import type { TeamSettings } from './types';

const tile = (name: RegExp | string): Promise<HTMLElement> => screen.findByRole('region', { name });

test('a tile says in words how its team stands, not by colour alone', async () => {
  await renderAt('/wallboard', 'supervisor1');

  expect(within(await tile(/Teknik Destek/)).getByText('Yolunda')).toBeVisible();
  expect(within(await tile(/İleri Destek/)).getByText('Alarm')).toBeVisible();
  expect(within(await tile(/Yurttaş/)).getByText('Dikkat')).toBeVisible();
});

test('a number shows its formula by keyboard, with the numbers of this moment', async () => {
  const { user } = await renderAt('/wallboard', 'supervisor1');
  const figure = within(await tile(/Teknik Destek/)).getByRole('button', { name: /^Hizmet düzeyi: %85/ });
  figure.focus();

  await user.keyboard('{Enter}');

  const formula = screen.getByRole('dialog', { name: 'Hizmet düzeyi' });
  expect(formula).toHaveTextContent('20 sn içinde cevaplanan ÷ (cevaplanan + kaçan)');
  expect(formula).toHaveTextContent('34 ÷ (38 + 2)');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog', { name: 'Hizmet düzeyi' })).toBeNull();
  expect(figure).toHaveFocus();
});

test('news moves the board, and older news does not move it back', async () => {
  await renderAt('/wallboard', 'supervisor1');
  await tile(/Teknik Destek/);
  const waiting = (count: number, at: number) => board({ at: new Date(Date.now() + at).toISOString(), teams: [boardTeam({ waiting: count })] });

  act(() => live.receive({ topic: 'wallboard', version: 1, payload: waiting(9, 2000) }));
  expect(await screen.findByRole('button', { name: /^Bekleyen: 9\./ })).toBeVisible();
  act(() => live.receive({ topic: 'wallboard', version: 2, payload: waiting(3, 1000) }));

  expect(screen.getByRole('button', { name: /^Bekleyen: 9\./ })).toBeVisible();
});

test('the day is shown instead of the half hour', async () => {
  const { user, address } = await renderAt('/wallboard', 'supervisor1');
  const team = await tile(/Teknik Destek/);
  expect(within(team).getByRole('button', { name: /^Cevaplanan: 38\./ })).toBeVisible();

  await user.click(screen.getByRole('radio', { name: 'Bugün' }));

  expect(within(team).getByRole('button', { name: /^Cevaplanan: 399\./ })).toBeVisible();
  expect(address()).toBe('/wallboard?period=today');
});

test('one unit shows its teams and their agents only', async () => {
  await renderAt('/wallboard?unit=municipal', 'supervisor1');

  await tile(/Yurttaş/);
  expect(screen.queryByRole('region', { name: /Teknik Destek/ })).toBeNull();
  const agents = screen.getByRole('region', { name: 'Temsilciler' });
  expect(within(agents).getByText('Pär Svensson')).toBeVisible();
  expect(within(agents).queryByText('Faruk Demir')).toBeNull();
});

test('agents stand with what they do, why and since when, and who takes long is said', async () => {
  await renderAt('/wallboard', 'supervisor1');
  const agents = await screen.findByRole('region', { name: 'Temsilciler' });

  expect(within(agents).getByText(/^Yemek/)).toBeVisible();
  const long = within(agents).getByText('Şükrü Gündüz').closest('button');
  expect(long).toHaveTextContent('uzun sürdü');
  expect(long).toHaveTextContent(/12:3\d/);
});

test('a supervisor signs out who forgot it', async () => {
  const sent: unknown[] = [];
  server.use(
    http.put('*/api/queues/agents/:id/presence', async ({ params, request }) => {
      sent.push([params.id, await request.json()]);
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user } = await renderAt('/wallboard', 'supervisor1');
  await user.click(await screen.findByTitle(/^Derya Ğaffar/));

  await user.click(screen.getByRole('menuitemradio', { name: /Oturumunu kapat/ }));

  await waitFor(() => expect(sent).toEqual([[boardAgent({}).userId.replace(/50$/, '52'), { state: 'offline' }]]));
});

test('the report adds up and its headings say what they mean', async () => {
  await renderAt('/reports/queues', 'supervisor1');

  const table = await screen.findByRole('table');
  const row = within(table).getByRole('row', { name: /^Teknik Destek/ });
  expect(within(row).getAllByRole('cell').slice(0, 4).map((cell) => cell.textContent)).toEqual(['42', '38', '2', '1']);
  expect(within(table).getByText('Süresi dolan')).toHaveAttribute('title', expect.stringContaining('uzun bekleyenler'));
  expect(screen.getByText(/tek tek arayan sayısı 44/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'CSV indir' })).toHaveAttribute('href', expect.stringMatching(/^\/api\/queues\/reports\/queues\/export\?from=\d{4}-\d\d-\d\d&until=.*by=team$/));
});

test('agents are reported with their breaks by reason', async () => {
  await renderAt('/reports/agents', 'supervisor1');

  const row = await screen.findByRole('row', { name: /^Faruk Demir/ });
  expect(within(row).getByTitle(/1:00:00/)).toBeVisible();
  expect(within(row).getByText('%23')).toBeVisible();
});

test('staffing shows heads by day and interval', async () => {
  const asked: string[] = [];
  server.events.on('request:start', ({ request }) => void (request.url.includes('/staffing?') && asked.push(new URL(request.url).search)));
  const { user } = await renderAt('/reports/staffing', 'supervisor1');
  const heads = within(await screen.findByRole('region', { name: 'Vardiyaya gereken kişi' })).getByRole('table');

  expect(within(within(heads).getByRole('row', { name: /Pazartesi/ })).getByTitle(/50 çağrı: 10 temsilci, kayıpla 15 kişi/)).toHaveTextContent('15');
  await user.click(screen.getByRole('radio', { name: 'Erlang A' }));

  await waitFor(() => expect(asked.at(-1)).toContain('model=erlangA'));
});

test('a team is changed as a whole and what cannot be is not sent', async () => {
  const sent: Record<string, unknown>[] = [];
  server.use(
    http.put('*/api/queues/teams/:id', async ({ request }) => {
      const team = (await request.json()) as TeamSettings;
      sent.push(team);
      return HttpResponse.json({ ...team, version: team.version + 1 });
    }),
  );
  const { user } = await renderAt('/queues/teams', 'admin');
  const skills = await screen.findByRole('textbox', { name: 'Beceriler' });
  const save = screen.getByRole('button', { name: 'Kaydet' });
  expect(save).toBeDisabled();

  await user.type(skills, 'SV:9');
  expect(await screen.findByRole('alert')).toHaveTextContent('1–5');
  expect(save).toBeDisabled();
  await user.clear(skills);
  await user.type(skills, 'sv:3');
  const wrapUp = screen.getByRole('textbox', { name: 'Toparlama' });
  await user.clear(wrapUp);
  await user.type(wrapUp, '9999');
  await user.click(screen.getByRole('checkbox', { name: /Sıradaki yeri/ }));
  await user.click(await screen.findByRole('checkbox', { name: 'Yanlış numara' }));
  await user.click(save);

  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ version: 1, wrapUpSeconds: 900, speech: { position: true }, members: [{ skills: 'sv:3' }], dispositions: ['wrong_number'] });
});

test('who may not watch does not', async () => {
  await renderAt('/wallboard', 'agent1');

  expect(screen.queryByRole('region', { name: /Teknik Destek/ })).toBeNull();
});
