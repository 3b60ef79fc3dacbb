import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test, vi } from 'vitest';
import { live } from '../../../api/live';
import { problem } from '../../../mocks/problem';
import { serviceRequest } from '../../../mocks/requests';
import { server } from '../../../mocks/server';
import { resetWorkplace, workplace } from '../../../mocks/workplace';
import { renderAt } from '../../../test/render-at';

const request = serviceRequest({ subject: 'Modem', kind: null });
const address = `/requests/${request.id}`;

const noteKey = `request:${request.id}:note`;
const keepNote = (text: string): unknown => workplace.drafts.set(noteKey, { body: JSON.stringify({ text, customerSees: false }), baseVersion: null, version: 1, device: 'phone', savedAt: new Date().toISOString() });

beforeEach(() => {
  localStorage.clear();
  resetWorkplace();
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

test('a refused save keeps what was typed, on the server too', async () => {
  server.use(http.put('*/api/requests/:id', () => problem(503, 'http.503')));
  const { user } = await renderAt(address);
  await user.type(await screen.findByRole('textbox', { name: 'Konu' }), ' yandı');
  expect(await screen.findByRole('button', { name: 'Yeniden kaydet' })).toBeVisible();
  await waitFor(() => expect(workplace.drafts.get(`request:${request.id}:form`)?.body).toContain('Modem yandı'));
});

test('without a line what was typed stays on this device', async () => {
  server.use(
    http.put('*/api/requests/:id', () => HttpResponse.error()),
    http.put('*/api/drafts/:key', () => HttpResponse.error()),
  );
  const { user } = await renderAt(address);
  await user.type(await screen.findByRole('textbox', { name: 'Konu' }), ' yandı');
  expect(await screen.findByRole('button', { name: 'Yeniden kaydet' })).toBeVisible();
  expect(Object.values(localStorage).join()).toContain('Modem yandı');
});

test('a note begun on another device is in the composer', async () => {
  keepNote('Telefonda başlanan');
  await renderAt(address);
  const note = await screen.findByRole('textbox', { name: 'Takip notu' });
  await waitFor(() => expect(note).toHaveValue('Telefonda başlanan'));
  expect(screen.getByText(/Taslak kaydedildi/)).toBeVisible();
});

test('a note is kept on the server as it is typed and forgotten when it is saved', async () => {
  const { user } = await renderAt(address);
  const note = await screen.findByRole('textbox', { name: 'Takip notu' });
  await user.type(note, 'Yarın aranacak');
  await waitFor(() => expect(workplace.drafts.get(noteKey)?.body).toContain('Yarın aranacak'));

  await user.keyboard('{Control>}{Enter}{/Control}');

  await waitFor(() => expect(workplace.drafts.has(noteKey)).toBe(false));
  expect(note).toHaveValue('');
});

test('a note saved while its screen was left does not come back as a draft', async () => {
  let answer: () => void = () => undefined;
  server.use(
    http.post('*/api/requests/:id/notes', async () => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return HttpResponse.json({ id: 'n', at: new Date().toISOString() }, { status: 201 });
    }),
  );
  const { user } = await renderAt(address);
  await user.type(await screen.findByRole('textbox', { name: 'Takip notu' }), 'Gönder ve çık');
  await waitFor(() => expect(workplace.drafts.has(noteKey)).toBe(true));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await user.click(screen.getAllByRole('link', { name: 'Çağrılar' })[0] as HTMLElement);
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Takip notu' })).toBeNull());

  answer();

  await waitFor(() => expect(workplace.drafts.has(noteKey)).toBe(false));
});

test(':: opens the templates, typing filters, arrows move and Enter fills in, by keyboard alone', async () => {
  const { user } = await renderAt(address);
  const note = await screen.findByRole('textbox', { name: 'Takip notu' });
  await user.type(note, 'Merhaba. ::adres');
  const options = await screen.findAllByRole('option');
  expect(options.map((option) => option.textContent)).toEqual(['Adres değişti38', 'Adres için belge iste12']);

  await user.keyboard('{ArrowDown}{Enter}');

  expect(note).toHaveValue('Merhaba. Sayın Elif Yılmaz, vergi levhanızı bekliyoruz.');
  expect(screen.queryByRole('option')).toBeNull();
  expect(note).toHaveFocus();
  await user.clear(note);
  await waitFor(() => expect(workplace.drafts.has(noteKey)).toBe(false));
});

test('Esc closes the templates and leaves what was typed', async () => {
  const { user } = await renderAt(address);
  const note = await screen.findByRole('textbox', { name: 'Takip notu' });
  await user.type(note, '::');
  await screen.findAllByRole('option');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('option')).toBeNull();
  expect(note).toHaveValue('::');
});

test('others on the request are shown, with who types first', async () => {
  vi.spyOn(live, 'state', 'get').mockReturnValue('on');
  vi.spyOn(live, 'invoke').mockResolvedValue(undefined);
  await renderAt(address);
  await screen.findByRole('textbox', { name: 'Konu' });
  const since = new Date().toISOString();
  act(() => live.receive({ topic: 'presence', version: 0, payload: { record: `request:${request.id}`, order: 1, people: [{ id: 'm', name: 'Merve Aydın', types: false, since }, { id: 'u', name: 'Umut Çağlar', types: true, since }] } }));
  expect(await screen.findByRole('img', { name: 'Umut Çağlar yazıyor, Merve Aydın bakıyor' })).toBeVisible();

  act(() => live.receive({ topic: 'presence', version: 0, payload: { record: `request:${request.id}`, order: 2, people: [] } }));
  await waitFor(() => expect(screen.queryByRole('img', { name: /yazıyor/ })).toBeNull());
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

test('a refused stage says what is missing and leads to the search', async () => {
  server.use(http.post('*/api/requests/:id/stage', () => problem(409, 'knowledge.search_needed')));
  const { user } = await renderAt(address);
  await screen.findByRole('textbox', { name: 'Konu' });
  await user.keyboard('s');
  await user.click(await screen.findByRole('menuitem', { name: 'Çözümlendi' }));

  await user.click(await screen.findByRole('button', { name: /Şimdi ara/ }));

  expect(screen.getByRole('searchbox', { name: 'Bilgi bankasında ara' })).toHaveFocus();
  expect(screen.queryByRole('button', { name: /Şimdi ara/ })).toBeNull();
});

test('a request that came by mail begins with being listened to, and one that was called in never shows that stage', async () => {
  const stages = [
    { code: 'not_started', kind: 'new' as const, names: { tr: 'Başlamadı', sv: 'Ej påbörjad', en: 'Not started' } },
    { code: 'mail_listening', kind: 'new' as const, names: { tr: 'E-posta dinleme', sv: 'E-postbevakning', en: 'Listening to mail' } },
    { code: 'in_progress', kind: 'inProgress' as const, names: { tr: 'Devam ediyor', sv: 'Pågår', en: 'In progress' } },
  ] as const;
  const shown = async (at: 0 | 1): Promise<string[]> => {
    server.use(
      http.get(`*/api/requests/${request.id}`, () => HttpResponse.json({ ...request, stage: stages[at], allStages: stages, stages: at === 1 ? [stages[0], stages[2]] : [stages[2]] })),
      http.get(`*/api/requests/${request.id}/timeline`, () => HttpResponse.json([])),
    );
    await renderAt(address);
    await screen.findByRole('textbox', { name: 'Konu' });
    const words = within(screen.getByRole('list', { name: 'Aşama' })).getAllByRole('listitem').map((item) => stages.find((stage) => item.textContent?.includes(stage.names.tr))?.code ?? '');
    cleanup();
    return words;
  };

  expect(await shown(1)).toEqual(['mail_listening', 'not_started', 'in_progress']);
  expect(await shown(0)).toEqual(['not_started', 'in_progress']);
});

test('a file is chosen, waits beside the note and goes with it', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('*/api/files', () => HttpResponse.json({ id: 'f1', name: 'tutanak.pdf', contentType: 'application/pdf', length: 48_000 }, { status: 201 })),
    http.post(`*/api/requests/${request.id}/notes`, async ({ request: asked }) => {
      sent.push(await asked.json());
      return HttpResponse.json({ id: 'n', at: new Date().toISOString() }, { status: 201 });
    }),
  );
  const { user } = await renderAt(address);
  await user.upload(await screen.findByLabelText('Dosya ekle', { selector: 'input' }), new File(['x'], 'tutanak.pdf'));
  expect(await screen.findByRole('link', { name: /tutanak\.pdf/ })).toHaveAttribute('href', '/api/files/f1');

  await user.type(screen.getByRole('textbox', { name: 'Takip notu' }), 'Ekte');
  await user.click(screen.getByRole('button', { name: /Notu kaydet/ }));

  await waitFor(() => expect(sent).toEqual([{ text: 'Ekte', customerSees: false, fileIds: ['f1'] }]));
  await waitFor(() => expect(screen.queryByRole('link', { name: /tutanak/ })).toBeNull());
});

test('a file that is refused is said and takes nothing else away', async () => {
  server.use(http.post('*/api/files', () => problem(422, 'files.type_refused', { args: { name: 'fatura.exe' } })));
  const { user } = await renderAt(address);
  await user.type(await screen.findByRole('textbox', { name: 'Takip notu' }), 'Bakılacak');
  await user.upload(screen.getByLabelText('Dosya ekle', { selector: 'input' }), new File(['x'], 'fatura.exe'));

  expect(await screen.findByText(/fatura\.exe bir program/)).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Takip notu' })).toHaveValue('Bakılacak');
});
