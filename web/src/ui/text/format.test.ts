import { describe, expect, it } from 'vitest';
import * as format from './format';

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('formats', () => {
  it('writes lengths with at most two units', () => {
    expect(plain(format.formatDuration(27_960, 'tr'))).toBe('7 sa 46 dk');
    expect(plain(format.formatDuration(18_600, 'sv'))).toBe('5 tim 10 min');
    expect(plain(format.formatDuration(86_400 * 3, 'tr'))).toBe('3 gün');
    expect(plain(format.formatDuration(86_400 * 3, 'sv'))).toBe('3 dygn');
    expect(plain(format.formatDuration(2280, 'en'))).toBe('38 mins');
  });

  it('writes a running time, with hours only when there are some', () => {
    expect(format.formatClock(252)).toBe('04:12');
    expect(format.formatClock(3852)).toBe('1:04:12');
    expect(format.formatClock(-3)).toBe('00:00');
  });

  it('puts the lira sign behind, as on Turkish invoices', () => {
    expect(plain(format.formatMoney({ minor: 118_800, currency: 'TRY' }, 'tr'))).toBe('1.188,00 ₺');
    expect(plain(format.formatMoney({ minor: 118_800, currency: 'SEK' }, 'sv'))).toBe('1 188,00 kr');
    expect(plain(format.formatMoney({ minor: 118_800, currency: 'GBP' }, 'en'))).toBe('£1,188.00');
  });

  it('writes a percentage where the language puts the sign', () => {
    expect(plain(format.formatPercent(86, 'tr'))).toBe('%86');
    expect(plain(format.formatPercent(86, 'sv'))).toBe('86 %');
    expect(plain(format.formatPercent(86, 'en'))).toBe('86%');
  });

  it('writes a number of the own country as it is dialled there', () => {
    expect(format.formatPhone('+905321112233', 'tr')).toBe('0532 111 22 33');
    expect(format.formatPhone('+905321112233', 'sv')).toBe('+90 532 111 22 33');
    expect(format.formatPhone('+46101234567', 'sv')).toBe('010-123 45 67');
    expect(format.formatPhone('+46812345678', 'sv')).toBe('08-12 34 56 78');
    expect(format.formatPhone('100', 'tr')).toBe('100');
  });

  it('hides the middle of a number before the caller is identified', () => {
    expect(format.maskPhone('+905050001207', 'tr')).toBe('0505 ••• 12 07');
  });

  it('raises initials by the rule of the language', () => {
    expect(format.initials('irem doğan', 'tr')).toBe('İD');
    expect(format.initials('Åsa Lindqvist', 'sv')).toBe('ÅL');
    expect(format.initials('', 'tr')).toBe('');
  });
});
