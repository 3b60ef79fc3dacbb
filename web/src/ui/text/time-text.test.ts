import { expect, test } from 'vitest';
import { endAfter, readTime, writeTime } from './time-text';

test.each([
  ['9', 540],
  ['9.30', 570],
  ['0930', 570],
  ['09:30', 570],
  ['24:00', 1440],
  ['0', 0],
])('%s is a time', (text, minutes) => expect(readTime(text)).toBe(minutes));

test.each(['', 'x', '25', '24:01', '9:60', '9:3', '-1'])('"%s" is none', (text) => expect(readTime(text)).toBeNull());

test('an end before its begin is on the next date, and is written as the wall shows it', () => {
  expect(endAfter(1320, 360)).toBe(1800);
  expect(endAfter(540, 1080)).toBe(1080);
  expect(writeTime(1800)).toBe('06:00');
  expect(writeTime(1440)).toBe('24:00');
});
