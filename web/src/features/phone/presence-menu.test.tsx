import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { deskSnapshot } from '../../mocks/desk';
import { server } from '../../mocks/server';
import { renderAt } from '../../test/render-at';

test('the presence menu is worked by keyboard alone and says the reason for being away', async () => {
  const asked: unknown[] = [];
  server.use(
    http.put('*/api/desk/presence', async ({ request }) => {
      const choice = (await request.json()) as { state: string; reason: string };
      asked.push(choice);
      return HttpResponse.json({ ...deskSnapshot().presence, ...choice });
    }),
  );
  const { user } = await renderAt('/requests');
  const button = await screen.findByRole('button', { name: /^Hazır/ });
  button.focus();

  await user.keyboard('{Enter}');
  await waitFor(() => expect(screen.getByRole('menuitemradio', { name: 'Hazır' })).toHaveFocus());
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');

  expect(await screen.findByRole('button', { name: /^Yemek/ })).toBeVisible();
  expect(asked).toEqual([{ state: 'away', reason: 'lunch' }]);
});

test('people who take no calls have no phone bar', async () => {
  await renderAt('/requests', 'buyer1');
  await screen.findByRole('heading', { name: 'Başvurular' });
  expect(screen.queryByRole('region', { name: 'Telefon' })).not.toBeInTheDocument();
});
