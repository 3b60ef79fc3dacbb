import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { problem } from '../../../mocks/problem';
import { serviceRequest } from '../../../mocks/requests';
import { server } from '../../../mocks/server';
import { renderAt } from '../../../test/render-at';

const request = serviceRequest({ subject: 'Modem', kind: null });
const address = `/requests/${request.id}`;

beforeEach(() => {
  localStorage.clear();
  server.use(http.get(`*/api/requests/${request.id}`, () => HttpResponse.json(request)));
});

test('fields are saved a moment after typing, with the version they were read in', async () => {
  const sent: unknown[] = [];
  server.use(
    http.put('*/api/requests/:id', async ({ request: asked }) => {
      sent.push(await asked.json());
      return HttpResponse.json({ ...request, subject: 'Modem arızalı', version: 2 });
    }),
  );
  const { user } = await renderAt(address);
  const subject = await screen.findByRole('textbox', { name: 'Konu' });

  await user.type(subject, ' arızalı');

  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ version: 1, subject: 'Modem arızalı', customerId: request.customer?.id });
  expect(await screen.findByText('Kaydedildi')).toBeVisible();
});

test('a conflict shows what the other wrote and keeps what was typed until the person decides', async () => {
  const sent: { version: number; subject: string }[] = [];
  server.use(
    http.put('*/api/requests/:id', async ({ request: asked }) => {
      const body = (await asked.json()) as { version: number; subject: string };
      sent.push(body);
      const current = { ...request, subject: 'Başkasının konusu', version: 7 };
      return body.version === 7 ? HttpResponse.json({ ...request, ...body, version: 8 }) : problem(409, 'record.changed_meanwhile', { current });
    }),
  );
  const { user } = await renderAt(address);
  const subject = await screen.findByRole('textbox', { name: 'Konu' });
  await user.clear(subject);
  await user.type(subject, 'Benim konum');

  expect(await screen.findByText(/Başkasının konusu/)).toBeVisible();
  expect(subject).toHaveValue('Benim konum');

  await user.click(screen.getByRole('button', { name: 'Benim yazdığımı kaydet' }));
  await waitFor(() => expect(sent.at(-1)).toMatchObject({ version: 7, subject: 'Benim konum' }));
});

test('a refused save keeps what was typed, also over a reload', async () => {
  server.use(http.put('*/api/requests/:id', () => problem(503, 'http.503')));
  const { user } = await renderAt(address);
  await user.type(await screen.findByRole('textbox', { name: 'Konu' }), ' yandı');
  expect(await screen.findByRole('button', { name: 'Yeniden kaydet' })).toBeVisible();
  expect(Object.values(localStorage).join()).toContain('Modem yandı');
});

test('I, A and C choose the kind while there is none', async () => {
  const { user } = await renderAt(address);
  await screen.findByRole('textbox', { name: 'Konu' });
  await user.keyboard('a');
  expect(await screen.findByRole('radio', { name: 'İşlem' })).toBeChecked();
});

test('Ctrl+Enter in the composer saves the note and clears it', async () => {
  const notes: unknown[] = [];
  server.use(
    http.post('*/api/requests/:id/notes', async ({ request: asked }) => {
      notes.push(await asked.json());
      return HttpResponse.json({ id: 'n', at: new Date().toISOString() }, { status: 201 });
    }),
  );
  const { user } = await renderAt(address);
  const note = await screen.findByRole('textbox', { name: 'Takip notu' });
  await user.type(note, 'Yarın aranacak{Control>}{Enter}{/Control}');
  await waitFor(() => expect(notes).toEqual([{ text: 'Yarın aranacak', customerSees: false }]));
  await waitFor(() => expect(note).toHaveValue(''));
});

test('S offers the allowed next stages only', async () => {
  const { user } = await renderAt(address);
  await screen.findByRole('textbox', { name: 'Konu' });
  await user.keyboard('s');
  const names = (await screen.findAllByRole('menuitem')).map((item) => item.textContent);
  expect(names).toEqual(['Müşteri bekleniyor', 'Çözümlendi', 'Reddedildi']);
});
