import type { QueueFigures, WallboardAgent, WallboardTeam } from '../types';

export type Level = 'ok' | 'warn' | 'danger';

/** So far below its promise a service level is no longer a warning. */
const farBelow = 15;

/** How long an agent may be in one thing before the board points at him, in seconds. */
export const longTimes = { talking: 600, wrapUp: 120, away: 900, offered: 60 } as const;

const rank: Record<Level, number> = { ok: 0, warn: 1, danger: 2 };

/** By the longest wait of this moment, in seconds; null when nobody waits. */
export function waitLevel(seconds: number | null, promise: WallboardTeam['promise']): Level {
  return seconds === null || seconds < promise.warningSeconds ? 'ok' : seconds < promise.alarmSeconds ? 'warn' : 'danger';
}

export function serviceLevel(figures: QueueFigures, promise: WallboardTeam['promise']): Level {
  const percent = figures.serviceLevelPercent ?? null;
  return percent === null || percent >= promise.percent ? 'ok' : percent >= promise.percent - farBelow ? 'warn' : 'danger';
}

export function worst(...levels: readonly Level[]): Level {
  return levels.reduce((one, other) => (rank[other] > rank[one] ? other : one), 'ok');
}

export function longestWait(team: WallboardTeam, now: number): number | null {
  return team.longestWaitSince == null ? null : Math.max(0, (now - Date.parse(team.longestWaitSince)) / 1000);
}

/** What an agent is doing, as the board colours it. */
export type AgentLook = 'talking' | 'offered' | 'wrapUp' | 'ready' | 'unreachable' | 'away';

export const agentLooks: readonly AgentLook[] = ['talking', 'offered', 'ready', 'wrapUp', 'away', 'unreachable'];

export function lookOf(agent: WallboardAgent): AgentLook {
  if (agent.activity !== 'idle') {
    return agent.activity;
  }
  return agent.presence !== 'available' ? 'away' : agent.phoneThere ? 'ready' : 'unreachable';
}

export function isLong(agent: WallboardAgent, now: number): boolean {
  const look = lookOf(agent);
  return look in longTimes && (now - Date.parse(agent.since)) / 1000 >= longTimes[look as keyof typeof longTimes];
}
