import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { must, problem } from '../../../mocks/problem';
import { rows, serviceRequest } from '../../../mocks/requests';
import { server } from '../../../mocks/server';
import { renderAt } from '../../../test/render-at';

const one = must(rows[0]);
const two = must(rows[1]);

/** The page with both requests, and what was sent to merge them. */
async function mergePage(answer: () => Response = () => HttpResponse.json(serviceRequest({ id: one.id, version: 2 }))) {
  const sent: { id: string; body: unknown }[] = [];
  server.use(
    http.post('*/api/requests/:id/merge', async ({ params, request }) => {
      sent.push({ id: String(params.id), body: await request.json() });
      return answer();
    }),
  );
  const rendered = await renderAt(`/requests/${one.id}/merge?with=${two.id}`);
  const table = await screen.findByRole('table');
  return { ...rendered, sent, table };
}

test('the value that is chosen goes with the merge, the rest stays as it is', async () => {
  const { user, sent, table, address } = await mergePage();
  expect(within(table).getByRole('radio', { name: 'Konu: A' })).toBeChecked();

  await user.click(within(table).getByRole('radio', { name: 'Konu: B' }));
  await user.click(screen.getByRole('button', { name: /^Birleştir/ }));

  await waitFor(() => expect(sent).toEqual([{ id: two.id, body: { version: 1, intoId: one.id, intoVersion: 1, take: ['subject'] } }]));
  await waitFor(() => expect(address()).toBe(`/requests/${one.id}`));
});

test('changed places, the other one stays and nothing is chosen any more', async () => {
  const { user, sent, table } = await mergePage();
  await user.click(within(table).getByRole('radio', { name: 'Konu: B' }));

  await user.keyboard('x');
  expect(within(table).getByRole('radio', { name: 'Konu: A' })).toBeChecked();
  await user.keyboard('{Control>}{Enter}{/Control}');

  await waitFor(() => expect(sent).toEqual([{ id: one.id, body: { version: 1, intoId: two.id, intoVersion: 1, take: [] } }]));
});

test('a refusal is told on the page and what was chosen stays', async () => {
  const { user, table, address } = await mergePage(() => problem(409, 'requests.changed_meanwhile'));
  await user.click(within(table).getByRole('radio', { name: 'Konu: B' }));

  await user.click(screen.getByRole('button', { name: /^Birleştir/ }));

  expect(await screen.findByRole('alert')).toBeVisible();
  expect(within(table).getByRole('radio', { name: 'Konu: B' })).toBeChecked();
  expect(address()).toContain('/merge');
});
