import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { mockRows, resetDefinitions } from '../../mocks/definitions';
import { must } from '../../mocks/problem';
import { renderAt } from '../../test/render-at';

const tree = '/definitions/request_categories';
const rowOf = (name: RegExp): HTMLElement => screen.getByRole('row', { name });
const byCode = (code: string) => must(mockRows().find((row) => row.id === code));

describe('definitions', () => {
  beforeEach(() => resetDefinitions());

  it('opens the first table and lists what is ready, missing and for later', async () => {
    const { address } = await renderAt('/definitions', 'supervisor1');
    await screen.findByRole('heading', { name: 'Şikâyet kategorileri' });
    expect(address()).toBe(tree);
    const ready = screen.getByRole('complementary', { name: 'Hazırlık' });
    expect(within(ready).getByRole('region', { name: 'Eksik' })).toHaveTextContent('İade red nedenleri');
    expect(within(ready).getByRole('region', { name: 'Sonra gelecek' })).toHaveTextContent('Arıza kodları');
    expect(within(ready).getByRole('region', { name: 'Uyarı' })).toHaveTextContent('1 ad bir dilde eksik');
  });

  it('is walked, opened and edited by keyboard alone', async () => {
    const { user } = await renderAt(tree, 'supervisor1');
    (await screen.findByRole('row', { name: /Ürün Hatası/ })).focus();
    await user.keyboard('{ArrowDown}{ArrowRight}{ArrowDown}');
    expect(rowOf(/Bağlantı kopuyor/)).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('textbox', { name: 'Ad (Türkçe)' })).toHaveFocus();
    await user.keyboard('Hat kopuyor{Enter}');
    await waitFor(() => expect(rowOf(/Hat kopuyor/)).toHaveFocus());
    expect(byCode('drops').names.tr).toBe('Hat kopuyor');
  });

  it('marks a missing translation and shows how often a branch is used', async () => {
    const { user } = await renderAt(tree, 'supervisor1');
    await user.click(await screen.findByRole('button', { name: 'Tümünü aç' }));
    await waitFor(() => expect(rowOf(/Isınıyor/)).toHaveTextContent('eksik'));
    await waitFor(() => expect(rowOf(/Arızalı Ürün/)).toHaveTextContent('507'));
  });

  it('adds below with A and keeps what was typed when it is refused', async () => {
    const { user } = await renderAt(tree, 'supervisor1');
    (await screen.findByRole('row', { name: /Ürün Hatası/ })).focus();
    await user.keyboard('a');
    await user.keyboard('AMBALAJ{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('“AMBALAJ” zaten var');
    const name = screen.getByRole('textbox', { name: 'Ad (Türkçe)' });
    expect(name).toHaveValue('AMBALAJ');
    await user.clear(name);
    await user.type(name, 'Eksik parça{Enter}');
    await screen.findByRole('row', { name: /Eksik parça/ });
    expect(mockRows().find((row) => row.names.tr === 'Eksik parça')?.parentId).toBe('product_fault');
  });

  it('offers to close a row that is used, and deletes an unused one at once', async () => {
    const { user } = await renderAt(tree, 'supervisor1');
    await user.click(await screen.findByRole('button', { name: 'Tümünü aç' }));
    rowOf(/Bağlantı kopuyor/).focus();
    await user.keyboard('{Delete}');
    const notice = await screen.findByRole('alert');
    expect(notice).toHaveTextContent('411 kayıtta kullanılıyor');
    await user.click(within(notice).getByRole('button', { name: 'Kapat' }));
    await waitFor(() => expect(byCode('drops').isActive).toBe(false));
    rowOf(/Isınıyor/).focus();
    await user.keyboard('{Delete}');
    await waitFor(() => expect(screen.queryByRole('row', { name: /Isınıyor/ })).not.toBeInTheDocument());
    expect(screen.getByText('Isınıyor silindi')).toBeVisible();
  });

  it('moves a row with Alt and an arrow, and the focus goes along', async () => {
    const { user } = await renderAt(tree, 'supervisor1');
    await user.click(await screen.findByRole('button', { name: 'Tümünü aç' }));
    rowOf(/Kapak Kırık/).focus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() => expect(mockRows().map(({ id }) => id).indexOf('cover')).toBeLessThan(mockRows().map(({ id }) => id).indexOf('drops')));
    await waitFor(() => expect(rowOf(/Kapak Kırık/)).toHaveFocus());
  });

  it('shows what somebody else saved meanwhile and saves anyway when told to', async () => {
    const { user } = await renderAt(tree, 'supervisor1');
    await user.click(await screen.findByRole('button', { name: 'Tümünü aç' }));
    resetDefinitions([{ ...byCode('cover'), names: { tr: 'Onların adı', sv: '', en: '' }, version: 7 }]);
    rowOf(/Kapak Kırık/).focus();
    await user.keyboard('{F2}Benim adım{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Onların adı');
    await user.click(screen.getByRole('button', { name: 'Benimkini kaydet' }));
    await screen.findByRole('row', { name: /Benim adım/ });
    expect(byCode('cover').version).toBe(8);
  });

  it('keeps extra fields of a category', async () => {
    const { user } = await renderAt(tree, 'supervisor1');
    (await screen.findByRole('row', { name: /Ürün Hatası/ })).focus();
    await user.keyboard('e');
    const side = await screen.findByRole('complementary', { name: 'Ürün Hatası' });
    await user.click(within(side).getByRole('button', { name: 'Alan' }));
    await user.type(within(side).getByRole('textbox', { name: '1. alan, Türkçe' }), 'Seri no');
    await user.click(within(side).getByRole('checkbox', { name: 'Zorunlu' }));
    await user.click(within(side).getByRole('button', { name: 'Kaydet' }));
    await waitFor(() => expect(byCode('product_fault').fields).toHaveLength(1));
    expect(byCode('product_fault').fields[0]).toMatchObject({ names: { tr: 'Seri no' }, isRequired: true, kind: 'text' });
  });

  it('looks at a file before it is saved and refuses a bad one', async () => {
    const { user } = await renderAt(tree, 'supervisor1');
    await user.click(await screen.findByRole('button', { name: 'İçe aktar' }));
    const dialog = screen.getByRole('dialog');
    await user.upload(within(dialog).getByLabelText(/CSV dosyası/), new File(['tr;parent\nx;yok'], 'bad.csv', { type: 'text/csv' }));
    expect(await within(dialog).findByText('Üst satır bulunamadı.')).toBeVisible();
    expect(within(dialog).getByRole('button', { name: /İçe aktar/ })).toBeDisabled();
    await user.upload(within(dialog).getByLabelText(/CSV dosyası/), new File(['tr\nYeni'], 'good.csv', { type: 'text/csv' }));
    await user.click(await within(dialog).findByRole('button', { name: /İçe aktar/ }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('shows the history of a row', async () => {
    const { user } = await renderAt(tree, 'supervisor1');
    (await screen.findByRole('row', { name: /Ürün Hatası/ })).focus();
    await user.keyboard('h');
    const side = await screen.findByRole('complementary', { name: 'Geçmiş' });
    expect(await within(side).findByText('Hat kopuyor')).toBeVisible();
  });

  it('is not in the rail of those who may not change it', async () => {
    await renderAt('/requests', 'agent1');
    expect(screen.queryByRole('link', { name: 'Tanımlar' })).not.toBeInTheDocument();
  });
});
