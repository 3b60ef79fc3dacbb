import { expect, it } from 'vitest';
import { daysAfter, mondayOf } from './period';

it.each([
  ['2026-11-30', '2026-11-30'],
  ['2026-12-06', '2026-11-30'],
  ['2026-11-29', '2026-11-23'],
  ['2027-01-01', '2026-12-28'],
])('the week of %s begins on %s', (day, monday) => expect(mondayOf(day)).toBe(monday));

it('days are counted over months and the change of clocks', () => expect([daysAfter('2026-03-28', 2), daysAfter('2026-11-01', -1)]).toEqual(['2026-03-30', '2026-10-31']));
