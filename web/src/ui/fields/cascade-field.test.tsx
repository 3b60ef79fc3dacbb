import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { CascadeField, type CascadeFieldProps } from './cascade-field';
import type { CascadeNode } from './cascade-tree';

const nodes: CascadeNode[] = [
  { id: 'bill', label: 'Fatura', children: [{ id: 'address', label: 'Fatura adresi' }] },
  {
    id: 'fault',
    label: 'Ürün Hatası',
    children: [
      { id: 'packaging', label: 'Ambalaj', children: [{ id: 'dented', label: 'Kutu ezik', count: 1 }] },
      {
        id: 'broken',
        label: 'Arızalı Ürün',
        children: [
          { id: 'hot', label: 'Isınıyor', count: 2 },
          { id: 'drops', label: 'Bağlantı kopuyor', count: 41 },
          { id: 'aerial', label: 'Anten kopuk', count: 3 },
        ],
      },
    ],
  },
  { id: 'plain', label: 'İade' },
];

type SampleProps = { start?: string | null; onChange?: (value: string | null) => void } & Partial<CascadeFieldProps>;

function Sample({ start = null, onChange, ...rest }: SampleProps): ReactElement {
  const [value, setValue] = useState<string | null>(start);
  return (
    <CascadeField
      label="Kategori"
      nodes={nodes}
      {...rest}
      value={value}
      onChange={(next) => {
        setValue(next);
        onChange?.(next);
      }}
    />
  );
}

const field = (): HTMLElement => screen.getByRole('combobox', { name: 'Kategori' });
const at = (): string | null | undefined => document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;
const columns = (): string[][] => screen.getAllByRole('listbox').map((list) => within(list).getAllByRole('option').map((option) => option.querySelector('.cut')?.textContent ?? ''));

describe('cascade field', () => {
  it('filters all three levels at once and chooses with Enter', async () => {
    const onChange = vi.fn();
    render(<Sample onChange={onChange} />);
    await userEvent.tab();
    await userEvent.keyboard('kop');
    expect(at()).toContain('Bağlantı kopuyor');
    expect(columns()[2]?.slice(0, 2)).toEqual(['Bağlantı kopuyor', 'Anten kopuk']);
    await userEvent.keyboard('{Enter}');
    expect(onChange).toHaveBeenCalledWith('drops');
    expect(field()).toHaveValue('Ürün Hatası › Arızalı Ürün › Bağlantı kopuyor');
    expect(field()).toHaveAttribute('aria-expanded', 'false');
  });

  it('finds without Turkish letters and by words of several levels', async () => {
    render(<Sample />);
    await userEvent.click(field());
    await userEvent.type(field(), 'urun isin');
    expect(at()).toContain('Isınıyor');
  });

  it('shows the most used first', async () => {
    render(<Sample />);
    await userEvent.click(field());
    expect(columns()).toEqual([
      ['Ürün Hatası', 'Fatura', 'İade'],
      ['Arızalı Ürün', 'Ambalaj'],
    ]);
    await userEvent.keyboard('{ArrowRight}');
    expect(columns()[2]).toEqual(['Bağlantı kopuyor', 'Anten kopuk', 'Isınıyor']);
  });

  it('moves with arrows through one level and from level to level', async () => {
    const onChange = vi.fn();
    render(<Sample onChange={onChange} />);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    expect(at()).toContain('Ürün Hatası');
    await userEvent.keyboard('{ArrowRight}{ArrowDown}{ArrowRight}');
    expect(at()).toContain('Kutu ezik');
    await userEvent.keyboard('{ArrowLeft}{Enter}');
    expect(onChange).toHaveBeenCalledWith('packaging');
  });

  it('clears the lower levels when the first level changes', async () => {
    render(<Sample start="drops" />);
    await userEvent.click(field());
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowDown}{Enter}');
    expect(field()).toHaveValue('Fatura');
  });

  it('keeps the choice on Escape', async () => {
    const onChange = vi.fn();
    render(<Sample start="drops" onChange={onChange} />);
    await userEvent.click(field());
    await userEvent.keyboard('fat{Escape}');
    expect(onChange).not.toHaveBeenCalled();
    expect(field()).toHaveValue('Ürün Hatası › Arızalı Ürün › Bağlantı kopuyor');
  });

  it('chooses nothing when nothing was found', async () => {
    const onChange = vi.fn();
    render(<Sample onChange={onChange} />);
    await userEvent.tab();
    await userEvent.keyboard('xyz{Enter}');
    expect(screen.getByRole('status')).toHaveTextContent('“xyz” için bir şey bulunamadı');
    expect(onChange).not.toHaveBeenCalled();
  });

  it('is pressed level by level', async () => {
    const onChange = vi.fn();
    render(<Sample onChange={onChange} />);
    await userEvent.click(field());
    await userEvent.click(screen.getByRole('option', { name: /Fatura/ }));
    expect(onChange).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('option', { name: 'Fatura adresi' }));
    expect(onChange).toHaveBeenCalledWith('address');
  });

  it('goes on showing a value that is no longer offered, and lets it go when it may be empty', async () => {
    const onChange = vi.fn();
    render(<Sample start="gone" kept={['Hizmet Kesintisi', 'ADSL ışığı sönük']} clearable onChange={onChange} />);
    expect(field()).toHaveValue('Hizmet Kesintisi › ADSL ışığı sönük');
    await userEvent.click(screen.getByRole('button', { name: 'Seçimi kaldır' }));
    expect(onChange).toHaveBeenCalledWith(null);
  });
});
