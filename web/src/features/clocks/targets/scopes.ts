import type { Target } from '../../../api/clock-types';

/** What a line of the matrix is for; null fits everything. */
export type Scope = { unit: string | null; teamId: string | null; categoryId: string | null };

export const everything: Scope = { unit: null, teamId: null, categoryId: null };

export function scopeKey({ unit, teamId, categoryId }: Scope): string {
  return `${unit ?? ''}|${teamId ?? ''}|${categoryId ?? ''}`;
}

/** The lines there are, the most exact first, as the server decides: category, then team, then unit. */
export function scopesOf(targets: readonly Target[], more: readonly Scope[]): Scope[] {
  const found = new Map<string, Scope>();
  for (const scope of [...targets, ...more, everything]) {
    found.set(scopeKey(scope), { unit: scope.unit, teamId: scope.teamId, categoryId: scope.categoryId });
  }
  const rank = (scope: Scope): number => Number(scope.categoryId !== null) * 4 + Number(scope.teamId !== null) * 2 + Number(scope.unit !== null);
  return [...found.values()].sort((one, other) => rank(other) - rank(one));
}

export function targetAt(targets: readonly Target[], scope: Scope, priorityId: string | null): Target | undefined {
  return targets.find((target) => scopeKey(target) === scopeKey(scope) && target.priorityId === priorityId);
}

/** `90`, `1:30`, `1,5 sa`, `2h`, `4 tim` as minutes; null when it is none, undefined when nothing is typed. */
export function readLength(text: string): number | null | undefined {
  const typed = text.trim().toLowerCase().replace(',', '.');
  if (typed === '') {
    return undefined;
  }
  const clock = /^(\d+):([0-5]\d)$/.exec(typed);
  if (clock !== null) {
    return Number(clock[1]) * 60 + Number(clock[2]);
  }
  const number = /^(\d+(?:\.\d+)?)\s*(h|sa|saat|t|tim|timmar|hours?|m|dk|min|dakika|minuter|minutes?)?$/.exec(typed);
  if (number === null) {
    return null;
  }
  const isHours = /^(h|sa|t)/.test(number[2] ?? '');
  return Math.round(Number(number[1]) * (isHours ? 60 : 1));
}

export function writeLength(minutes: number | null): string {
  return minutes === null ? '' : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
