import { screen, waitFor, within } from '@testing-library/react';
import { http } from 'msw';
import { expect, test } from 'vitest';
import { problem } from '../../mocks/problem';
import { server } from '../../mocks/server';
import { renderAt } from '../../test/render-at';

test('the palette finds records by a word of their title, and Enter opens the first', async () => {
  const { user, address } = await renderAt('/calls');
  await user.keyboard('{Control>}k{/Control}');

  await user.type(await screen.findByRole('combobox', { name: 'Ara veya komut ver' }), 'elif');
  expect(await screen.findByRole('option', { name: /104881.*Elif Yılmaz/ })).toBeInTheDocument();
  await user.keyboard('{Enter}');

  await waitFor(() => expect(address()).toBe('/customers/0198e000-0000-7000-8000-000000000001'));
});

test('a slip of the finger is told with what was looked for', async () => {
  const { user } = await renderAt('/calls');
  await user.keyboard('{Control>}k{/Control}');

  await user.type(await screen.findByRole('combobox', { name: 'Ara veya komut ver' }), 'moden');

  expect(await screen.findByText('“modem” için kayıtlar')).toBeInTheDocument();
});

test('the page shows what was found, and its address what was asked', async () => {
  const { user, address } = await renderAt('/search?q=elif');
  const found = await screen.findByRole('list', { name: 'Kayıtlar' });
  expect(within(found).getByRole('link', { name: /Elif Yılmaz/ })).toHaveAttribute('href', '/customers/0198e000-0000-7000-8000-000000000001');

  const box = screen.getByRole('searchbox', { name: 'Arama' });
  await user.clear(box);
  await user.type(box, 'yokböyle');

  expect(await screen.findByText('Kayıt bulunamadı')).toBeInTheDocument();
  expect(decodeURIComponent(address())).toBe('/search?q=yokböyle');
});

test('one kind of record can be asked for, and what was typed is marked in what was found', async () => {
  const { user, address } = await renderAt('/search?q=elif');
  await screen.findByRole('list', { name: 'Kayıtlar' });
  expect(screen.getAllByText('Elif', { selector: 'mark' })).not.toHaveLength(0);

  await user.click(screen.getByRole('radio', { name: 'Makaleler' }));

  await waitFor(() => expect(address()).toBe('/search?q=elif&kind=article'));
  expect(await screen.findByText('Kayıt bulunamadı')).toBeInTheDocument();
});

test('a search that could not be made says so, and not that there is nothing', async () => {
  server.use(http.get('*/api/search', () => problem(400, 'request.invalid')));
  await renderAt('/search?q=elif');

  expect(await screen.findByRole('alert')).toBeInTheDocument();
  expect(screen.queryByText('Kayıt bulunamadı')).not.toBeInTheDocument();
});

test('while the answer is on its way the page says that it loads', async () => {
  server.use(http.get('*/api/search', () => new Promise<never>(() => undefined)));
  await renderAt('/search?q=elif');

  expect(await screen.findByRole('status', { name: 'Yükleniyor' })).toBeInTheDocument();
  expect(screen.queryByText('Kayıt bulunamadı')).not.toBeInTheDocument();
});

test('an emptied box asks for words again', async () => {
  const { user } = await renderAt('/search?q=elif');
  await screen.findByRole('list', { name: 'Kayıtlar' });

  await user.clear(screen.getByRole('searchbox', { name: 'Arama' }));

  expect(await screen.findByText('En az iki harf yazın')).toBeInTheDocument();
});
