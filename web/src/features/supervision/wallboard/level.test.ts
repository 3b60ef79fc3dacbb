import { describe, expect, it } from 'vitest';
import { boardAgent, boardFigures, boardTeam } from '../../../mocks/supervision';
import { isLong, longestWait, lookOf, serviceLevel, waitLevel, worst } from './level';

const { promise } = boardTeam();
const now = Date.parse('2026-11-30T14:47:00Z');
const ago = (seconds: number): string => new Date(now - seconds * 1000).toISOString();

describe('levels', () => {
  it.each([
    [null, 'ok'],
    [59.9, 'ok'],
    [60, 'warn'],
    [179, 'warn'],
    [180, 'danger'],
  ] as const)('a longest wait of %s is %s', (seconds, level) => expect(waitLevel(seconds, promise)).toBe(level));

  it.each([
    [null, 'ok'],
    [80, 'ok'],
    [79.9, 'warn'],
    [65, 'warn'],
    [64.9, 'danger'],
  ] as const)('a service level of %s is %s against 80', (serviceLevelPercent, level) => expect(serviceLevel(boardFigures({ serviceLevelPercent }), promise)).toBe(level));

  it('the worst counts', () => expect([worst('ok', 'warn'), worst('danger', 'ok'), worst()]).toEqual(['warn', 'danger', 'ok']));

  it('a wait runs by the clock', () => {
    expect(longestWait(boardTeam({ longestWaitSince: ago(72) }), now)).toBe(72);
    expect(longestWait(boardTeam({ longestWaitSince: null }), now)).toBeNull();
  });
});

describe('agents', () => {
  it('are shown by what they do, and only then by what they want', () => {
    expect(lookOf(boardAgent({ presence: 'away', activity: 'talking' }))).toBe('talking');
    expect(lookOf(boardAgent({ presence: 'away', activity: 'idle' }))).toBe('away');
    expect(lookOf(boardAgent({ presence: 'available', activity: 'idle', phoneThere: false }))).toBe('unreachable');
    expect(lookOf(boardAgent({ presence: 'available', activity: 'idle' }))).toBe('ready');
  });

  it('are pointed at when it takes long', () => {
    expect(isLong(boardAgent({ activity: 'talking', since: ago(600) }), now)).toBe(true);
    expect(isLong(boardAgent({ activity: 'talking', since: ago(599) }), now)).toBe(false);
    expect(isLong(boardAgent({ presence: 'available', activity: 'idle', since: ago(99_999) }), now)).toBe(false);
  });
});
