import { cultures, type Language } from './language';

/** Money as the server sends it: whole minor units and a currency. */
export type Money = { minor: number; currency: string };

const formats = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function dates(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${language}${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(cultures[language], options);
  formats.set(key, known);
  return known as Intl.DateTimeFormat;
}

function numbers(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n${language}${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(cultures[language], options);
  formats.set(key, known);
  return known as Intl.NumberFormat;
}

type Instant = string | number | Date;

export function formatTime(at: Instant, language: Language): string {
  return dates(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at));
}

/** 24.11.2026, 2026-11-24, 24/11/2026. */
export function formatDate(at: Instant, language: Language): string {
  return dates(language, { day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date(at));
}

export function formatDateTime(at: Instant, language: Language): string {
  return `${formatDate(at, language)} ${formatTime(at, language)}`;
}

/** Day and month without the year: 24.11, 24/11. */
export function formatShortDate(at: Instant, language: Language): string {
  const parts = dates(language, { day: '2-digit', month: '2-digit' }).formatToParts(new Date(at));
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? '';
  return language === 'tr' ? `${of('day')}.${of('month')}` : `${Number(of('day'))}/${Number(of('month'))}`;
}

/** The heading of a day in a timeline: 18 Kasım Çarşamba. */
export function formatDay(at: Instant, language: Language): string {
  return dates(language, { day: 'numeric', month: 'long', weekday: 'long' }).format(new Date(at));
}

export function isSameDay(one: Instant, other: Instant): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}

/** Time today, else the date: the last column of a list. */
export function formatMoment(at: Instant, now: Instant, language: Language): string {
  return isSameDay(at, now) ? formatTime(at, language) : formatShortDate(at, language);
}

/** 04:12, or 1:04:12 from an hour on. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const rest = `${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** A length in words with at most two units: 7 sa 46 dk, 5 tim 10 min, 3 gün. */
export function formatDuration(seconds: number, language: Language): string {
  const whole = Math.max(0, Math.round(seconds));
  const unit = (value: number, name: 'day' | 'hour' | 'minute' | 'second'): string =>
    // Turkish abbreviations come with a full stop in some browsers and without in others.
    numbers(language, { style: 'unit', unit: name, unitDisplay: name === 'day' ? 'long' : 'short' }).format(value).replace(/\.$/, '');
  if (whole >= 86_400) {
    return unit(Math.floor(whole / 86_400), 'day');
  }
  if (whole >= 3600) {
    const minutes = Math.floor((whole % 3600) / 60);
    return minutes === 0 ? unit(Math.floor(whole / 3600), 'hour') : `${unit(Math.floor(whole / 3600), 'hour')} ${unit(minutes, 'minute')}`;
  }
  return whole >= 60 ? unit(Math.floor(whole / 60), 'minute') : unit(whole, 'second');
}

/** 812 B, 14 kB, 2,4 MB: a file's size in decimal units. */
export function formatBytes(bytes: number, language: Language): string {
  const [value, unit] = bytes < 1000 ? [bytes, 'byte'] : bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return numbers(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: value < 10 && unit === 'megabyte' ? 1 : 0 }).format(value);
}

export function formatNumber(value: number, language: Language): string {
  return numbers(language, {}).format(value);
}

/** %86, 86 %, 86%: from a number between 0 and 100. */
export function formatPercent(percent: number, language: Language): string {
  return numbers(language, { style: 'percent', maximumFractionDigits: 0 }).format(percent / 100);
}

/** 1.188,00 ₺ · 1 188,00 kr · £1,188.00. In Turkish the sign stands behind, as it is written on invoices. */
export function formatMoney(money: Money, language: Language): string {
  const format = numbers(language, { style: 'currency', currency: money.currency, currencyDisplay: 'narrowSymbol' });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const amount = money.minor / 10 ** digits;
  if (language !== 'tr') {
    return format.format(amount);
  }
  const symbol = format.formatToParts(0).find((part) => part.type === 'currency')?.value ?? money.currency;
  return `${numbers(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(amount)}\u00a0${symbol}`;
}

const homes: Record<Language, string> = { tr: '+90', sv: '+46', en: '' };

/** A number in the reader's home is written as people dial it there, any other in the international form. */
export function formatPhone(number: string, language: Language): string {
  const plain = number.replaceAll(/[\s()-]/g, '');
  const isHome = homes[language] !== '' && plain.startsWith(homes[language]);
  if (/^\+90\d{10}$/.test(plain)) {
    const [, area, first, second, third] = /^\+90(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(plain) ?? [];
    return `${isHome ? '0' : '+90 '}${area} ${first} ${second} ${third}`;
  }
  if (/^\+46\d{8,9}$/.test(plain)) {
    const national = plain.slice(3);
    const areaLength = national.startsWith('8') ? 1 : 2;
    const area = national.slice(0, areaLength);
    const groups = subscriberGroups(national.slice(areaLength));
    return isHome ? `0${area}-${groups}` : `+46 ${area} ${groups}`;
  }
  return number;
}

// Swedish subscriber numbers are written in pairs, with one group of three in front when the count is odd.
function subscriberGroups(digits: string): string {
  const head = digits.length % 2 === 1 ? [digits.slice(0, 3)] : [];
  const rest = digits.slice(head.length === 0 ? 0 : 3);
  return [...head, ...(rest.match(/\d{2}/g) ?? [])].join(' ');
}

/** For screens that others may see before the caller is identified: 0505 ••• 12 07. */
export function maskPhone(number: string, language: Language): string {
  const shown = formatPhone(number, language);
  const groups = shown.split(' ');
  const hide = Math.max(0, groups.length - 3);
  return groups.map((group, index) => (index === hide ? group.replaceAll(/\d/g, '•') : group)).join(' ');
}

/** First letters of the first and the last word, raised by the language's own rule (i → İ). */
export function initials(name: string, language: Language): string {
  const words = name.trim().split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word));
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => [...(word ?? '')][0] ?? '').join('').toLocaleUpperCase(cultures[language]);
}
