import type { ClockFace } from '../../../api/clock-types';
import type { ClockState } from '../../../ui/marks/clock';

export type Reading = {
  state: ClockState;
  /** Share of the working time that is used, 0 to 1. */
  used: number;
  /** Working time left; 0 when late. */
  leftSeconds: number;
  /** By the wall clock, when late. */
  lateSeconds: number;
  /** Kept, but too late. */
  isMissed: boolean;
};

/** How a promise stands now: the server said how it stood and until when it goes on so. */
export function readFace(face: ClockFace, now: number): Reading {
  const due = face.dueAt === null ? null : Date.parse(face.dueAt);
  const asOf = Date.parse(face.asOf);
  const until = face.changesAt === null ? now : Math.min(now, Date.parse(face.changesAt));
  const passed = face.isCounting ? Math.max(0, until - asOf) / 1000 : 0;
  const usedSeconds = Math.min(face.targetSeconds, face.usedSeconds + passed);
  const used = face.targetSeconds === 0 ? 1 : usedSeconds / face.targetSeconds;
  const rest = { used, leftSeconds: face.targetSeconds - usedSeconds, lateSeconds: 0, isMissed: face.state === 'missed' };
  if (face.state === 'met' || face.state === 'missed') {
    return { ...rest, state: 'met' };
  }
  if (due === null) {
    return { ...rest, state: 'paused' };
  }
  if (now >= due) {
    return { ...rest, state: 'late', used: 1, leftSeconds: 0, lateSeconds: (now - due) / 1000 };
  }
  return { ...rest, state: face.warnAt !== null && now >= Date.parse(face.warnAt) ? 'soon' : 'running' };
}
