import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { live } from '../../../api/live';
import { notice, resetWorkplace, workplace } from '../../../mocks/workplace';
import { renderAt } from '../../../test/render-at';

const dayAgo = new Date(Date.now() - 86_400_000).toISOString();

beforeEach(() => resetWorkplace([notice(), notice({ id: 'n-2', kind: 'warning', path: '', args: { text: 'Sistem bakımı' }, at: dayAgo, isRead: true, count: 3 })]));

test('the bell and the title of the tab say how many notices wait, also when one arrives', async () => {
  await renderAt('/requests');
  expect(await screen.findByRole('button', { name: 'Bildirimler, 1 okunmamış' })).toBeVisible();
  await waitFor(() => expect(document.title).toMatch(/^\(1\) /));

  act(() => live.receive({ topic: 'notices', version: 1, payload: { unread: 4 } }));

  expect(await screen.findByRole('button', { name: 'Bildirimler, 4 okunmamış' })).toBeVisible();
  await waitFor(() => expect(document.title).toMatch(/^\(4\) /));
  expect(screen.getByText('Bildirimler, 4 okunmamış', { selector: '[role=status]' })).toBeInTheDocument();
});

test('B opens the notices by day, Enter leads to the record and marks it as read', async () => {
  const { user, address } = await renderAt('/requests');
  await screen.findByRole('button', { name: 'Bildirimler, 1 okunmamış' });
  await user.keyboard('b');
  const panel = await screen.findByRole('dialog', { name: 'Bildirimler' });
  expect(await within(panel).findByRole('group', { name: 'Bugün' })).toHaveTextContent('Bornova santralinde');
  expect(within(panel).getByRole('group', { name: 'Dün' })).toHaveTextContent('+2 haber daha');
  await waitFor(() => expect(document.activeElement).toHaveTextContent('Bornova santralinde'));

  await user.keyboard('{Enter}');

  await waitFor(() => expect(address()).toBe('/requests/0198f000-0000-7000-8000-000000000000'));
  await waitFor(() => expect(workplace.notices[0]?.isRead).toBe(true));
  expect(screen.queryByRole('dialog', { name: 'Bildirimler' })).toBeNull();
});

test('all can be marked as read, and Esc gives the focus back to the bell', async () => {
  const { user } = await renderAt('/requests');
  await user.click(await screen.findByRole('button', { name: 'Bildirimler, 1 okunmamış' }));
  await user.click(await screen.findByRole('button', { name: 'Tümünü okundu say' }));
  const bell = await screen.findByRole('button', { name: 'Bildirimler, 0 okunmamış' });
  await waitFor(() => expect(document.title).not.toMatch(/^\(/));

  await user.keyboard('{Escape}');

  expect(screen.queryByRole('dialog', { name: 'Bildirimler' })).toBeNull();
  expect(bell).toHaveFocus();
});

test('without notices the panel says what will be there', async () => {
  resetWorkplace();
  const { user } = await renderAt('/requests');
  await screen.findByRole('button', { name: 'Bildirimler, 0 okunmamış' });
  await user.keyboard('b');
  expect(await screen.findByText('Bildirim yok')).toBeVisible();
});
