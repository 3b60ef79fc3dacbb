import { expect, test } from 'vitest';
import type { Target } from '../../../api/clock-types';
import { everything, readLength, scopesOf, writeLength } from './scopes';

test.each([
  ['90', 90],
  ['1:30', 90],
  ['1,5 sa', 90],
  ['2h', 120],
  ['4 tim', 240],
  ['30 dk', 30],
])('%s is a length', (text, minutes) => expect(readLength(text)).toBe(minutes));

test('what is no length is null, nothing typed is undefined', () => {
  expect(readLength('yarın')).toBeNull();
  expect(readLength('-5')).toBeNull();
  expect(readLength('  ')).toBeUndefined();
  expect(writeLength(90)).toBe('1:30');
  expect(writeLength(null)).toBe('');
});

test('the lines stand as the server decides: category, team, unit, everything', () => {
  const target = (scope: Partial<Target>): Target => ({ id: '1', unit: null, teamId: null, priorityId: null, categoryId: null, responseMinutes: 1, resolutionMinutes: 1, version: 1, ...scope });
  const scopes = scopesOf([target({ unit: 'a' }), target({ categoryId: 'c' }), target({ teamId: 't' }), target({ teamId: 't', unit: 'a' })], []);
  expect(scopes.map(({ unit, teamId, categoryId }) => [categoryId, teamId, unit])).toEqual([
    ['c', null, null],
    [null, 't', 'a'],
    [null, 't', null],
    [null, null, 'a'],
    [null, null, null],
  ]);
  expect(scopes.at(-1)).toEqual(everything);
});
