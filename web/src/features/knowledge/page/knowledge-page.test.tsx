import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { articles } from '../../../mocks/knowledge';
import { server } from '../../../mocks/server';
import { renderAt } from '../../../test/render-at';

const [script, phone] = articles;

test('a number to read out is big and can be dialled', async () => {
  await renderAt(`/knowledge/${phone?.id ?? ''}`);
  expect(await screen.findByRole('heading', { name: 'Bölgesel kesinti hattı' })).toBeVisible();
  expect(screen.getByRole('link', { name: '0212 444 01 23' })).toHaveAttribute('href', 'tel:+902124440123');
  expect(screen.queryByRole('link', { name: 'Düzenle' })).not.toBeInTheDocument();
});

test('each answer of a script is kept on the server', async () => {
  const kept: unknown[] = [];
  server.use(
    http.put('*/api/knowledge/readings/:id', async ({ request }) => {
      kept.push(await request.json());
      return undefined;
    }),
  );
  const { user } = await renderAt(`/knowledge/${script?.id ?? ''}`);
  await user.click(await screen.findByRole('button', { name: /Okundu/ }));
  await user.click(await screen.findByRole('button', { name: /Kırmızı/ }));

  expect(await screen.findByText(/PON ışığı ne renk: Kırmızı/)).toBeVisible();
  await waitFor(() => expect(kept.at(-1)).toMatchObject({ answers: [{ step: 's1' }, { step: 's2', answer: 'a2' }] }));
});

test('who works for one unit begins with what is written for it', async () => {
  const leaf = (id: string, title: string, unit: string | null) => ({ id, kind: 'text', title, language: 'tr', isFallback: false, isOutdated: false, folderId: null, isPublished: true, hasDraft: false, isOpen: true, isRetired: false, from: null, until: null, units: unit === null ? [] : [unit], categories: [] });
  server.use(http.get('*/api/knowledge/tree', () => HttpResponse.json({ folders: [], articles: [leaf('a', 'Çöp günleri', 'municipal'), leaf('b', 'Modem ışığı', 'internet'), leaf('c', 'Herkese', null)], ownUnits: ['internet'] })));
  await renderAt('/knowledge');

  expect(await screen.findByText('Modem ışığı')).toBeVisible();
  expect(screen.getByText('Herkese')).toBeVisible();
  expect(screen.queryByText('Çöp günleri')).not.toBeInTheDocument();
});

test('an article that is gone says so', async () => {
  server.use(http.get('*/api/knowledge/articles/:id', () => HttpResponse.json({ code: 'knowledge.unknown', title: '', status: 404 }, { status: 404, headers: { 'Content-Type': 'application/problem+json' } })));
  await renderAt('/knowledge/0198f0b0-0000-7000-8000-00000000dead');
  expect(await screen.findByText('Böyle bir makale yok ya da artık yayında değil.')).toBeVisible();
});
