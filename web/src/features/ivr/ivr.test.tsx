import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { live } from '../../api/live';
import { mockFlow, resetFlow } from '../../mocks/ivr';
import { renderAt } from '../../test/render-at';

// The canvas measures itself, which jsdom cannot; the list beside it has the same blocks. Other files run on the same page after it.
const { scrollIntoView } = Element.prototype;
beforeAll(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  );
  Element.prototype.scrollIntoView = () => undefined;
});
afterAll(() => {
  vi.unstubAllGlobals();
  Element.prototype.scrollIntoView = scrollIntoView;
});

beforeEach(resetFlow);

const inspector = (): HTMLElement => screen.getByRole('complementary', { name: 'Seçilenin ayarları' });
const blocks = (): HTMLElement => screen.getByRole('list', { name: 'Adımlar', hidden: true });

test('the list leads to the drawing, which shows every block in words as well', async () => {
  const { user, address } = await renderAt('/ivr', 'admin');
  expect(await screen.findByText('0850 222 00 00, 100')).toBeVisible();

  await user.click(await screen.findByText('Soft İnternet'));

  await waitFor(() => expect(address()).toBe('/ivr/internet'));
  await screen.findByRole('heading', { name: 'Soft İnternet' });
  expect(within(blocks()).getAllByRole('button', { hidden: true }).map((one) => one.querySelector('b')?.textContent)).toEqual(['Anons', 'Menü', 'Müşteri Hizmetleri', 'Kapat']);
});

test('changed words are kept on the server, published with a note, and undone before that', async () => {
  const { user } = await renderAt('/ivr/internet', 'admin');
  const words = await within(await screen.findByRole('complementary', { name: 'Seçilenin ayarları' })).findByRole('textbox', { name: 'Anons' });
  expect(words).toHaveValue('Hoş geldiniz.');

  await user.clear(words);
  await user.type(words, 'Merhaba.');

  await waitFor(() => expect(mockFlow.view.draft?.document.texts).toEqual({ 'internet.welcome': { tr: 'Merhaba.', sv: 'Hoş geldiniz. (sv)', en: 'Hoş geldiniz. (en)' } }), { timeout: 5000 });
  const publish = screen.getByRole('button', { name: 'Yayınla' });
  await waitFor(() => expect(publish).toBeEnabled());
  await user.click(publish);
  const dialog = screen.getByRole('dialog');
  await user.type(within(dialog).getByRole('textbox'), 'Yeni karşılama');
  await user.click(within(dialog).getByRole('button', { name: /Yayınla/ }));

  await waitFor(() => expect(mockFlow.published.map((one) => one.note)).toEqual(['Yeni karşılama']));
  expect(await screen.findByText(/4\. sürüm yayında,/)).toBeVisible();
});

test('a problem leads to its block and keeps the draft from being published', async () => {
  mockFlow.problems = () => [{ code: 'dead_end', weight: 'error', node: 'main', what: '3' }, { code: 'prompt_untranslated', weight: 'warning', node: 'bye', what: 'sv' }];
  const { user } = await renderAt('/ivr/internet', 'admin');
  await user.click(within(await screen.findByRole('complementary', { name: 'Seçilenin ayarları' })).getByRole('button', { name: 'Anons ekle' }));
  const problems = await screen.findByRole('region', { name: 'Sorunlar' });
  expect(await within(problems).findByText(/3 tuşu.* hiçbir yere gitmiyor/, undefined, { timeout: 5000 })).toBeVisible();
  expect(within(problems).getByText(/Anons metni eksik: İsveççe/)).toBeVisible();

  await user.click(within(problems).getAllByRole('button', { name: 'Adıma git' })[0] as HTMLElement);

  expect(within(inspector()).getByRole('heading', { name: 'Menü' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Yayınla' })).toBeDisabled();
});

test('a block is added, removed and brought back', async () => {
  const { user } = await renderAt('/ivr/internet', 'admin');
  await user.click(await screen.findByRole('button', { name: 'Saat, tatil' }));
  expect(within(inspector()).getByRole('heading', { name: 'Saat, tatil' })).toBeVisible();

  await user.click(within(inspector()).getByRole('button', { name: /Adımı kaldır/ }));
  expect(within(blocks()).queryByText('Saat, tatil')).toBeNull();
  await user.keyboard('{Control>}z{/Control}');

  expect(within(blocks()).getByText('Saat, tatil')).toBeInTheDocument();
});

test('a key of a menu opens with who hears it, and can be removed', async () => {
  const { user } = await renderAt('/ivr/internet', 'admin');
  await screen.findByRole('heading', { name: 'Soft İnternet' });
  await user.click(within(blocks()).getByRole('button', { name: /^Menü/, hidden: true }));
  await user.click(within(inspector()).getByRole('button', { name: /2.*Fatura/ }));

  expect(within(inspector()).getByRole('combobox', { name: 'Kim duyar' })).toBeInTheDocument();
  await user.click(within(inspector()).getByRole('button', { name: 'Tuşu kaldır' }));

  await waitFor(() => expect(mockFlow.view.draft?.document.nodes['main']).toMatchObject({ options: [{ key: '1' }] }), { timeout: 5000 });
});

test('a test call says what is said, offers what may be pressed and goes to its end', async () => {
  const { user } = await renderAt('/ivr/internet', 'admin');
  const call = await screen.findByRole('region', { name: 'Deneme araması' });
  expect(await within(call).findByText('“Hoş geldiniz.”')).toBeVisible();
  expect(await within(call).findByText('Tuş bekleniyor, 6 sn')).toBeVisible();

  await user.click(within(call).getByRole('button', { name: '1' }));
  expect(await within(call).findByText('Sırada: Müşteri Hizmetleri')).toBeVisible();
  await user.click(within(call).getByRole('button', { name: 'Temsilci konuştu' }));

  expect(await within(call).findByText('Bitti: Görüşme bitti')).toBeVisible();
  expect(within(call).queryByRole('button', { name: 'Kapat' })).toBeNull();
});

test('the way back asks first and says which version comes', async () => {
  const { user } = await renderAt('/ivr/internet', 'admin');
  await user.click(await screen.findByRole('button', { name: 'Sürümler' }));
  await user.click(await screen.findByRole('button', { name: 'Bu sürüme dön' }));
  const dialog = screen.getByRole('dialog');
  expect(within(dialog).getByText(/2\. sürüm hemen, 4\. sürüm olarak yayınlanır/)).toBeVisible();

  await user.click(within(dialog).getByRole('button', { name: /Bu sürüme dön/ }));

  await waitFor(() => expect(mockFlow.rolledBack).toEqual([2]));
});

test('a new flow has a name in each language, a team of its unit and numbers', async () => {
  const { user, address } = await renderAt('/ivr', 'admin');
  await screen.findByText('Soft İnternet');
  await user.keyboard('n');
  const dialog = screen.getByRole('dialog');
  const create = within(dialog).getByRole('button', { name: /Oluştur/ });
  expect(create).toBeDisabled();
  const name = within(dialog).getByRole('textbox', { name: 'Ad' });
  await user.type(name, 'Fatura hattı');
  await user.click(within(dialog).getByRole('button', { name: /İsveççe adı/ }));
  await user.type(name, 'Fakturalinjen');
  await user.click(within(dialog).getByRole('button', { name: /İngilizce adı/ }));
  await user.type(name, 'Billing line');
  await user.type(within(dialog).getByRole('textbox', { name: 'Kod' }), 'billing_line');
  const units = within(dialog).getByRole('combobox', { name: 'İş birimi' });
  await user.click(units);
  await user.click((await screen.findAllByRole('option'))[0] as HTMLElement);
  await user.click(within(dialog).getByRole('combobox', { name: 'Ekip' }));
  await user.click((await screen.findAllByRole('option', { name: 'Müşteri Hizmetleri' })).at(-1) as HTMLElement);
  await user.type(within(dialog).getByRole('textbox', { name: 'Numaralar' }), '0850 222 00 77, 177');

  await user.click(create);

  await waitFor(() => expect(mockFlow.created).toEqual([{ code: 'billing_line', names: { tr: 'Fatura hattı', sv: 'Fakturalinjen', en: 'Billing line' }, unit: 'internet', team: 'customer_services', numbers: ['0850 222 00 77', '177'] }]));
  expect(address()).toBe('/ivr/internet');
});

test('the numbers of a flow are changed beside the drawing and hold at once', async () => {
  const { user } = await renderAt('/ivr/internet', 'admin');
  await user.click(await screen.findByRole('button', { name: 'Numaraları değiştir' }));
  const numbers = within(screen.getByRole('dialog')).getByRole('textbox', { name: 'Numaralar' });
  expect(numbers).toHaveValue('+908502220000, 100');
  await user.type(numbers, ', 177');
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: /Kaydet/ }));

  expect(await screen.findByText(/4\. sürüm yayında,.*177/)).toBeVisible();
});

test('a stale drawing stays on the screen and says so; what somebody published meanwhile is offered', async () => {
  const { user } = await renderAt('/ivr/internet', 'admin');
  await screen.findByRole('heading', { name: 'Soft İnternet' });
  live.receive({ topic: 'ivr', version: 1, payload: { flow: 'internet', version: 9 } });
  expect(await screen.findByText('9. sürüm, siz bakarken yayınlandı.')).toBeVisible();

  mockFlow.view = { ...mockFlow.view, draft: { version: 7, basedOn: 3, changedAt: '2026-11-21T09:00:00Z', changedBy: 'Başkası', document: mockFlow.view.published.document } };
  await user.type(within(inspector()).getByRole('textbox', { name: 'Anons' }), ' Evet.');

  expect(await screen.findByText('Taslağı başkası değiştirdi', undefined, { timeout: 5000 })).toBeVisible();
});

test('who may only look sees the flow and tries it, and has nothing to draw with', async () => {
  const { user } = await renderAt('/ivr/internet', 'supervisor1');
  await screen.findByRole('heading', { name: 'Soft İnternet' });

  expect(screen.queryByRole('button', { name: 'Yayınla' })).toBeNull();
  expect(screen.queryByRole('complementary', { name: 'Adım ekle' })).toBeNull();
  expect(within(inspector()).getByText('“Hoş geldiniz.”')).toBeVisible();
  await user.click(within(await screen.findByRole('region', { name: 'Deneme araması' })).getByRole('button', { name: '1' }));
  expect(await screen.findByText('Sırada: Müşteri Hizmetleri')).toBeVisible();
});
