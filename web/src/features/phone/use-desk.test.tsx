import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { live } from '../../api/live';
import { deskCall, deskSnapshot } from '../../mocks/desk';
import { server } from '../../mocks/server';
import { renderAt } from '../../test/render-at';

test('an offer that came while the desk was being read does not vanish with the older answer', async () => {
  let answer: () => void = () => undefined;
  let asked = 0;
  server.use(
    http.get('*/api/desk', async () => {
      asked += 1;
      if (asked === 2) {
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
      }
      return HttpResponse.json(deskSnapshot());
    }),
  );
  await renderAt('/desk');
  await screen.findByRole('heading', { name: 'Bende bekleyenler' });
  const { presence, phone } = deskSnapshot();
  live.receive({ topic: 'desk', version: 1, payload: { presence, phone, call: null } });
  live.receive({ topic: 'desk', version: 3, payload: { presence, phone, call: null } });
  await waitFor(() => expect(asked).toBe(2));

  live.receive({ topic: 'desk', version: 4, payload: { presence: { ...presence, activity: 'offered' }, phone, call: deskCall() } });
  await screen.findByRole('alertdialog');
  answer();

  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(screen.getByRole('alertdialog')).toBeVisible();
});
