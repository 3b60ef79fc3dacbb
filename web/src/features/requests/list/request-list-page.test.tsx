import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { live } from '../../../api/live';
import { rows } from '../../../mocks/requests';
import { server } from '../../../mocks/server';
import { renderAt } from '../../../test/render-at';

const table = async (): Promise<HTMLElement> => screen.findByRole('table', { name: 'Başvurular' });

test('the list goes on where the last page ended', async () => {
  const { user } = await renderAt('/requests');
  expect(await within(await table()).findByText('ÇB-26-4812')).toBeVisible();
  expect(screen.queryByText('ÇB-26-4755')).not.toBeInTheDocument();

  await user.click(await screen.findByRole('button', { name: 'Daha fazla göster' }));

  expect(await within(await table()).findByText('ÇB-26-4755')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Daha fazla göster' })).not.toBeInTheDocument();
});

test('a saved view writes its filter into the address, and a chip removes one condition', async () => {
  const { user, address } = await renderAt('/requests');
  await user.click(await screen.findByRole('tab', { name: /Bende/ }));
  await waitFor(() => expect(new URLSearchParams(address().split('?')[1]).get('owner')).toBe('me'));

  await user.click(screen.getByRole('button', { name: 'Sorumlu süzgecini kaldır' }));

  await waitFor(() => expect(new URLSearchParams(address().split('?')[1]).get('owner')).toBeNull());
  expect(new URLSearchParams(address().split('?')[1]).get('stage')).toBe('open');
});

test('an address with filters asks the server exactly that', async () => {
  const asked: string[] = [];
  server.use(
    http.get('*/api/requests', ({ request }) => {
      asked.push(new URL(request.url).searchParams.toString());
      return HttpResponse.json({ items: rows.slice(0, 2), next: null, total: 2 });
    }),
  );
  await renderAt('/requests?kind=action&stage=waiting&sort=-changed&at=');
  await waitFor(() => expect(asked).toContain('kind=action&stage=waiting&sort=-changed&take=50'));
});

test('the way it came and a tag are chosen as conditions', async () => {
  const { user, address } = await renderAt('/requests');
  const asked = (name: string): string | null => new URLSearchParams(address().split('?')[1]).get(name);

  await user.click(await screen.findByRole('button', { name: /Süzgeç/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Kanal' }));
  await user.click(await screen.findByRole('menuitemradio', { name: 'E-posta' }));
  await waitFor(() => expect(asked('channel')).toBe('email'));

  await user.click(screen.getByRole('button', { name: /Süzgeç ekle/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Etiketler' }));
  await user.click(await screen.findByRole('menuitemradio', { name: 'kesinti' }));
  await waitFor(() => expect(asked('tag')).toBe('kesinti'));

  await user.click(screen.getByRole('button', { name: 'Etiketler kesinti' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Başka bir etiket…' }));
  await user.type(await screen.findByRole('combobox', { name: 'Etiketler' }), 'arıza{Enter}');
  await waitFor(() => expect(asked('tag')).toBe('arıza'));
});

test('new requests are counted and do not move the rows until asked for', async () => {
  const { user } = await renderAt('/requests');
  await within(await table()).findByText('ÇB-26-4812');
  const first = { ...rows[0], id: 'fresh-1', number: 'ÇB-26-9001' };

  live.receive({ topic: 'requests', version: 0, payload: { requestId: 'fresh-1', number: 'ÇB-26-9001', change: 'opened' } });

  const button = await screen.findByRole('button', { name: '1 yeni' });
  expect(screen.queryByText('ÇB-26-9001')).not.toBeInTheDocument();
  server.use(http.get('*/api/requests', () => HttpResponse.json({ items: [first, ...rows.slice(0, 3)], next: null, total: 4 })));
  await user.click(button);
  expect(await within(await table()).findByText('ÇB-26-9001')).toBeVisible();
});

test('J moves down the list and shows the preview, Enter opens the request', async () => {
  const { user, address } = await renderAt('/requests');
  await within(await table()).findByText('ÇB-26-4812');
  await user.keyboard('jj');
  const preview = await screen.findByRole('complementary', { name: 'Önizleme' });
  expect(await within(preview).findByText('ÇB-26-4811')).toBeVisible();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(address()).toBe(`/requests/${rows[1]?.id}`));
});

test('a chosen row can be taken by the bulk bar', async () => {
  const acts: unknown[] = [];
  server.use(
    http.post('*/api/requests/bulk', async ({ request }) => {
      acts.push(await request.json());
      return HttpResponse.json({ undoId: 'undo', rows: [{ id: rows[3]?.id, number: 'ÇB-26-4809', code: null, text: null }] });
    }),
  );
  const { user } = await renderAt('/requests');
  await user.click(await screen.findByRole('checkbox', { name: 'ÇB-26-4809 satırını seç' }));
  await user.click(within(await screen.findByRole('toolbar')).getByRole('button', { name: /Üstüne al/ }));
  await waitFor(() => expect(acts).toHaveLength(1));
  expect(acts[0]).toMatchObject({ ids: [rows[3]?.id], act: { kind: 'owner' } });
  await waitFor(() => expect(screen.queryByRole('toolbar')).not.toBeInTheDocument());
});

test('a matter that came by fax is opened with its channel', async () => {
  const opened: unknown[] = [];
  server.use(
    http.post('*/api/requests', async ({ request }) => {
      opened.push(await request.json());
      return HttpResponse.json({ id: '0198f000-0000-7000-8000-000000000000', number: 'ÇB-26-4812', version: 1 }, { status: 201 });
    }),
  );
  const { user } = await renderAt('/requests');
  await table();

  await user.click(screen.getByRole('button', { name: 'Başka kanaldan gelen yeni başvuru' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Faks' }));

  await waitFor(() => expect(opened).toEqual([{ channel: 'fax' }]));
});
