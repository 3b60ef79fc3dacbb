import type { StageKind } from '../../ui/marks/stage-mark';

const marks: Record<string, StageKind> = { new: 'new', inProgress: 'half', waiting: 'waiting', approval: 'waiting', resolved: 'resolved', closed: 'closed', rejected: 'rejected' };

/** The mark of a stage, by what the stage means and never by its name. */
export function stageMarkOf(kind: string): StageKind {
  return marks[kind] ?? 'started';
}

const order = ['new', 'inProgress', 'waiting', 'approval', 'resolved', 'closed'];

/** How far along a kind of stage is, so that the rail can be drawn from any unit's stages. */
export function stageRank(kind: string): number {
  const rank = order.indexOf(kind);
  return rank < 0 ? order.length : rank;
}
