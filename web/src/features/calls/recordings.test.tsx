import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { server } from '../../mocks/server';
import { renderAt } from '../../test/render-at';

test('a call shows what was recorded, with its hash, and what the caller was in', async () => {
  await renderAt('/calls/0198c000-0000-7000-8000-000000000011', 'admin');

  const recordings = await screen.findByRole('region', { name: 'Kayıtlar' });
  const player = within(recordings).getByRole('group', { name: 'Görüşme kaydı' });
  expect(player.querySelector('audio')?.getAttribute('src')).toBe('/api/recordings/0198d000-0000-7000-8000-000000000001/audio');
  expect(player.querySelector('audio')?.getAttribute('preload')).toBe('none');
  expect(within(player).getByText('00:00 / 01:14')).toBeVisible();
  expect(within(player).getAllByRole('radio').map((one) => one.closest('label')?.textContent)).toEqual(['İkisi', 'Arayan', 'Temsilci']);
  expect(within(recordings).getByLabelText(`Dosyanın SHA-256 özeti: ${'a3'.repeat(32)}`)).toBeVisible();
  const segments = screen.getByRole('region', { name: 'Bölümler' });
  expect(within(segments).getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('cell')[1]?.textContent?.trim())).toEqual(['Menü', 'Bekleme', 'Çalıyor', 'Görüşme']);
});

test('a supervisor listens, whispers and leaves', async () => {
  const sent: unknown[] = [];
  server.events.on('request:start', async ({ request }) => {
    if (request.method === 'POST' && request.url.includes('/attend')) {
      sent.push(request.url.endsWith('/end') ? 'end' : await request.clone().json());
    }
  });
  const { user } = await renderAt('/calls/live', 'admin');
  const row = (await screen.findAllByRole('row'))[1] as HTMLElement;
  expect(within(row).getByText('Elif Yılmaz')).toBeVisible();

  await user.click(within(row).getByRole('radio', { name: 'Dinle' }));
  expect(await screen.findByText('Dinliyorsunuz')).toBeVisible();
  await user.click(screen.getByRole('radio', { name: 'Fısılda' }));
  expect(await screen.findByText('Yalnız temsilci sizi duyuyor')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Ayrıl' }));
  await waitFor(() => expect(screen.queryByText('Yalnız temsilci sizi duyuyor')).toBeNull());

  expect(sent).toEqual([{ mode: 'listen' }, { mode: 'whisper' }, 'end']);
});

test('each change of a team is kept at once, days when the field is left', async () => {
  const kept: unknown[] = [];
  server.use(
    http.put('*/api/calls/recording-rules/:team', async ({ request }) => {
      const change = (await request.json()) as Record<string, unknown>;
      kept.push(change);
      return HttpResponse.json({ teamId: 't1', code: 'technical_support', names: { tr: 'Teknik Destek', sv: '', en: '' }, unit: 'internet', ...change, version: 2 });
    }),
  );
  const { user } = await renderAt('/calls/recording', 'admin');
  const days = await screen.findByRole('spinbutton', { name: 'Teknik Destek: Saklama (gün)' });

  await user.clear(days);
  await user.type(days, '30{Enter}');
  await waitFor(() => expect(kept).toEqual([{ version: 1, policy: 'byAgent', keepDays: 30, showsListening: false }]));
  await user.click(await screen.findByRole('checkbox', { name: 'Teknik Destek: Dinlemeyi temsilciye göster' }));

  await waitFor(() => expect(kept[1]).toEqual({ version: 2, policy: 'byAgent', keepDays: 30, showsListening: true }));
});
