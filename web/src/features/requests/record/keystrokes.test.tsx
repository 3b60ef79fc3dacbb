import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { serviceRequest } from '../../../mocks/requests';
import { server } from '../../../mocks/server';
import { renderAt } from '../../../test/render-at';

// The keys of docs/keyboard.md, counted without the words that are typed; the request is there after `N`.
const opened = serviceRequest({ subject: '', text: '', kind: null, category: null });
let now = opened;
const stages: unknown[] = [];

beforeEach(() => {
  localStorage.clear();
  now = opened;
  stages.length = 0;
  server.use(
    http.get(`*/api/requests/${opened.id}`, () => HttpResponse.json(now)),
    http.put(`*/api/requests/${opened.id}`, async ({ request }) => {
      const body = (await request.json()) as { kind: 'information' | 'action' | 'comment'; subject: string; version: number };
      now = { ...now, kind: body.kind, subject: body.subject, version: body.version + 1 };
      return HttpResponse.json(now);
    }),
    http.post(`*/api/requests/${opened.id}/stage`, async ({ request }) => {
      stages.push(await request.json());
      return HttpResponse.json(now);
    }),
  );
});

/** Types the keys one after another and says how many there were. */
async function press(user: Awaited<ReturnType<typeof renderAt>>['user'], keys: readonly string[]): Promise<number> {
  for (const key of keys) {
    await user.keyboard(key);
  }
  return keys.length;
}

test('an information call is written and resolved with five keys', async () => {
  const { user } = await renderAt(`/requests/${opened.id}`);
  await screen.findByRole('textbox', { name: 'Konu' });

  let count = await press(user, ['i']);
  expect(screen.getByRole('textbox', { name: 'Konu' })).toHaveFocus();
  await user.keyboard('Fatura tarihi');
  count += await press(user, ['{Escape}']);
  await waitFor(() => expect(now.subject).toBe('Fatura tarihi'));
  count += await press(user, ['s']);
  await screen.findByRole('menu', { name: 'Aşamayı değiştir' });
  await waitFor(() => expect(screen.getAllByRole('menuitem')[0]).toHaveFocus());
  count += await press(user, ['ç', '{Enter}']);

  await waitFor(() => expect(stages).toMatchObject([{ stage: 'resolved' }]));
  expect(now.kind).toBe('information');
  expect(count).toBe(5);
});

test('a comment is written with two keys and closes by itself', async () => {
  const { user } = await renderAt(`/requests/${opened.id}`);
  await screen.findByRole('textbox', { name: 'Konu' });

  let count = await press(user, ['c']);
  await user.keyboard('Memnun kaldım');
  count += await press(user, ['{Escape}']);

  await waitFor(() => expect(now).toMatchObject({ kind: 'comment', subject: 'Memnun kaldım' }));
  expect(count).toBe(2);
});
