import { expect, test } from 'vitest';
import type { ClockFace } from '../../../api/clock-types';
import { readFace } from './reading';

const at = (time: string): number => Date.parse(`2026-11-20T${time}:00Z`);
const face = (change: Partial<ClockFace> = {}): ClockFace => ({
  kind: 'resolution',
  state: 'running',
  targetSeconds: 4 * 3600,
  usedSeconds: 3600,
  dueAt: '2026-11-20T14:00:00Z',
  warnAt: '2026-11-20T13:12:00Z',
  metAt: null,
  asOf: '2026-11-20T10:00:00Z',
  isCounting: true,
  changesAt: '2026-11-20T12:00:00Z',
  ...change,
});

test('it counts on from what the server said', () => {
  expect(readFace(face(), at('11:00'))).toMatchObject({ state: 'running', used: 0.5, leftSeconds: 7200 });
});

test('it stands still when the office closes', () => {
  expect(readFace(face(), at('12:30')).leftSeconds).toBe(3600);
  expect(readFace(face({ isCounting: false, changesAt: null }), at('12:30')).leftSeconds).toBe(3 * 3600);
});

test('it turns orange and red by itself at the instants the server named', () => {
  expect(readFace(face({ changesAt: null }), at('13:20')).state).toBe('soon');
  expect(readFace(face(), at('14:18'))).toMatchObject({ state: 'late', used: 1, lateSeconds: 18 * 60 });
});

test('waiting, kept and kept too late are what they are, whatever the time', () => {
  expect(readFace(face({ state: 'paused', dueAt: null, warnAt: null, isCounting: false }), at('23:00'))).toMatchObject({ state: 'paused', leftSeconds: 3 * 3600 });
  expect(readFace(face({ state: 'met', isCounting: false }), at('23:00'))).toMatchObject({ state: 'met', isMissed: false });
  expect(readFace(face({ state: 'missed', isCounting: false }), at('23:00'))).toMatchObject({ state: 'met', isMissed: true });
});
