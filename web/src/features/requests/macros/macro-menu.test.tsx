import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { problem } from '../../../mocks/problem';
import { serviceRequest } from '../../../mocks/requests';
import { server } from '../../../mocks/server';
import { renderAt } from '../../../test/render-at';

const request = serviceRequest({ subject: 'Modem', version: 4 });
const three = (name: string) => ({ tr: name, sv: name, en: name });
const macro = (id: string, name: string, key: string | null, unit: string | null = null) => ({ id, names: three(name), isShared: true, unit, steps: [], then: 'stay', key, order: 1, isActive: true, version: 1 });

let made: unknown[] = [];

beforeEach(() => {
  made = [];
  server.use(
    http.get(`*/api/requests/${request.id}`, () => HttpResponse.json(request)),
    http.get('*/api/macros', () => HttpResponse.json([macro('m-1', 'Ulaşılamadı', 'f8'), macro('m-2', 'Yükselt', null), macro('m-3', 'Başka birim', 'f9', 'municipal')])),
    http.post('*/api/requests/:id/macros/:macro', async ({ params, request: asked }) => {
      made.push([params.macro, await asked.json()]);
      return HttpResponse.json({ ...request, version: 5 });
    }),
  );
});

test('one key makes a macro, with the version that is on screen', async () => {
  const { user } = await renderAt(`/requests/${request.id}`);
  await screen.findByRole('button', { name: 'Makro uygula' });

  await user.keyboard('{F8}');

  await waitFor(() => expect(made).toEqual([['m-1', { version: 4 }]]));
  expect(await screen.findByText('“Ulaşılamadı” uygulandı')).toBeVisible();
});

test('Q lists the macros of the unit, and Enter makes the chosen one', async () => {
  const { user } = await renderAt(`/requests/${request.id}`);
  await screen.findByRole('button', { name: 'Makro uygula' });
  await user.keyboard('q');
  await waitFor(() => expect(screen.getAllByRole('menuitem')[0]).toHaveFocus());
  expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual(['UlaşılamadıF8', 'Yükselt']);

  await user.keyboard('{ArrowDown}{Enter}');

  await waitFor(() => expect(made).toEqual([['m-2', { version: 4 }]]));
});

test('a refused macro says that nothing changed, and why', async () => {
  server.use(http.post('*/api/requests/:id/macros/:macro', () => problem(409, 'requests.macro_refused', { args: { macro: 'Ulaşılamadı', step: 'Aşama', why: 'Bu aşamaya geçilemez.' } })));
  const { user } = await renderAt(`/requests/${request.id}`);
  await screen.findByRole('button', { name: 'Makro uygula' });
  await user.keyboard('{F8}');
  expect(await screen.findByText('“Ulaşılamadı” uygulanmadı, hiçbir şey değişmedi')).toBeVisible();
  expect(screen.getByText(/“Aşama” adımı yapılamadı/)).toBeVisible();
});
