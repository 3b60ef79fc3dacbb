import { useMemo } from 'react';
import * as format from './format';
import { useLanguage } from './language';

export type Format = {
  time: (at: string | number | Date) => string;
  date: (at: string | number | Date) => string;
  dateTime: (at: string | number | Date) => string;
  shortDate: (at: string | number | Date) => string;
  day: (at: string | number | Date) => string;
  moment: (at: string | number | Date, now: string | number | Date) => string;
  clock: (seconds: number) => string;
  duration: (seconds: number) => string;
  number: (value: number) => string;
  /** "1,000+" above the most that are counted. */
  upTo: (value: number, most: number) => string;
  percent: (percent: number) => string;
  money: (money: format.Money) => string;
  bytes: (bytes: number) => string;
  phone: (number: string) => string;
  maskedPhone: (number: string) => string;
  initials: (name: string) => string;
};

/** Every date, length, amount and phone number on screen is written by this, in the user's culture. */
export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(
    () => ({
      time: (at) => format.formatTime(at, language),
      date: (at) => format.formatDate(at, language),
      dateTime: (at) => format.formatDateTime(at, language),
      shortDate: (at) => format.formatShortDate(at, language),
      day: (at) => format.formatDay(at, language),
      moment: (at, now) => format.formatMoment(at, now, language),
      clock: format.formatClock,
      duration: (seconds) => format.formatDuration(seconds, language),
      number: (value) => format.formatNumber(value, language),
      upTo: (value, most) => (value > most ? `${format.formatNumber(most, language)}+` : format.formatNumber(value, language)),
      percent: (percent) => format.formatPercent(percent, language),
      money: (money) => format.formatMoney(money, language),
      bytes: (bytes) => format.formatBytes(bytes, language),
      phone: (number) => format.formatPhone(number, language),
      maskedPhone: (number) => format.maskPhone(number, language),
      initials: (name) => format.initials(name, language),
    }),
    [language],
  );
}
