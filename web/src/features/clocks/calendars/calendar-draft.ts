import type { Calendar, CalendarBody, SpecialDay, WeekBlock } from '../../../api/clock-types';

export type Day = WeekBlock['day'];

/** Monday first, as offices think. */
export const weekdays: readonly Day[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** A calendar while it is edited; without an id it is new. */
export type Draft = { id: string | null; version: number; calendar: CalendarBody; units: readonly string[]; teams: readonly string[] };

export function draftOf({ id, version, calendar, units, teams }: Calendar): Draft {
  return { id, version, calendar, units, teams };
}

export function newDraft(timeZone: string): Draft {
  const week = weekdays.slice(0, 5).flatMap((day) => [
    { day, opens: 540, closes: 750 },
    { day, opens: 810, closes: 1080 },
  ]);
  return { id: null, version: 0, calendar: { names: { tr: '', sv: '', en: '' }, timeZone, week, days: [] }, units: [], teams: [] };
}

export function blocksOf(draft: Draft, day: Day): WeekBlock[] {
  return draft.calendar.week.filter((block) => block.day === day).toSorted((one, other) => one.opens - other.opens);
}

export function withBlocks(draft: Draft, day: Day, blocks: readonly { opens: number; closes: number }[]): Draft {
  const week = [...draft.calendar.week.filter((block) => block.day !== day), ...blocks.map(({ opens, closes }) => ({ day, opens, closes }))];
  return { ...draft, calendar: { ...draft.calendar, week } };
}

/** The next free stretch of a day, for "add": an hour after the last one. */
export function nextBlock(blocks: readonly { opens: number; closes: number }[]): { opens: number; closes: number } | null {
  const end = blocks.reduce((latest, block) => Math.max(latest, block.closes), 0);
  const opens = blocks.length === 0 ? 540 : end + 60;
  return opens >= 1380 ? null : { opens, closes: Math.min(opens + 240, 1440) };
}

export function sortDays(days: readonly SpecialDay[]): SpecialDay[] {
  return days.toSorted((one, other) => one.date.localeCompare(other.date) || Number(one.isYearly) - Number(other.isYearly));
}

/** Days that are not there yet; what an operator wrote himself stays as he wrote it. */
export function addDays(draft: Draft, more: readonly SpecialDay[]): Draft {
  const key = (one: SpecialDay): string => (one.isYearly ? one.date.slice(5) : one.date);
  const known = new Set(draft.calendar.days.map(key));
  return { ...draft, calendar: { ...draft.calendar, days: sortDays([...draft.calendar.days, ...more.filter((one) => !known.has(key(one)))]) } };
}
