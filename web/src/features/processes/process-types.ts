import type { components } from '../../api/schema';
import type { StageKind as Mark } from '../../ui/marks/stage-mark';

type Schemas = components['schemas'];

export type Names = { tr: string; sv: string; en: string };
export type StageKind = 'new' | 'inProgress' | 'waiting' | 'approval' | 'resolved' | 'closed' | 'rejected';
export type Outcome = 'approve' | 'approvePartly' | 'reject' | 'review' | 'warn';
export type CommentDuty = Schemas['CommentDuty'];
export type EntryActionKind = Schemas['EntryActionKind'];

export type Actors = { users: string[]; teams: string[]; roles: string[]; owner: boolean; ownersTeam: boolean };
export type AllowedOutcome = { outcome: Outcome; to: string | null };
export type Approval = { checkers: Actors; quorum: number; outcomes: AllowedOutcome[] };
export type EntryAction = { kind: EntryActionKind; to: Actors; value: string | null };
export type Stage = {
  code: string;
  kind: StageKind;
  names: Names;
  makers: Actors;
  approval: Approval | null;
  watchers: Actors;
  comment: CommentDuty;
  onEntry: EntryAction[];
  startsFor: string | null;
  targetMinutes: number | null;
  x: number;
  y: number;
};
export type Transition = { from: string; to: string; names: Names | null };
export type Design = { stages: Stage[]; transitions: Transition[] };

export type Problem = { severity: 'error' | 'warning'; code: string; stage?: string | null; outcome?: Outcome | null; value?: string | null };
export type Published = Omit<Schemas['PublishedView'], 'design'> & { design: Design };
export type Draft = Omit<Schemas['DraftView'], 'design'> & { design: Design };
export type ProcessView = Omit<Schemas['ProcessView'], 'published' | 'draft' | 'problems' | 'needs'> & { published: Published; draft: Draft | null; problems: Problem[]; needs: StageKind[] };
export type ProcessRow = Omit<Schemas['ListProcessesRow'], 'stages'> & { stages: { code: string; kind: StageKind; names: Names }[] };
export type Choices = { people: { id: string; name: string; isActive: boolean; roles: string[] }[]; teams: { id: string; names: Names; unit: string; people: number }[]; roles: { code: string; names: Names; people: number }[] };
export type Trial = Schemas['TryProcessResponse'];
export type TrialRow = Schemas['TryProcessRow'];
export type Version = Schemas['ListVersionsRow'];
export type Diff = { added: Stage[]; removed: Stage[]; changed: { code: string; names: Names; parts: string[] }[]; addedTransitions: Transition[]; removedTransitions: Transition[] };

export const stageKinds: readonly StageKind[] = ['new', 'inProgress', 'waiting', 'approval', 'resolved', 'closed', 'rejected'];
export const outcomes: readonly Outcome[] = ['approve', 'approvePartly', 'reject', 'review', 'warn'];
export const nobody: Actors = { users: [], teams: [], roles: [], owner: false, ownersTeam: false };

const marks: Record<StageKind, Mark> = { new: 'new', inProgress: 'half', waiting: 'waiting', approval: 'late', resolved: 'resolved', closed: 'closed', rejected: 'rejected' };

/** The sign of a stage, by what it means and never by its name. */
export function markOf(kind: StageKind): Mark {
  return marks[kind];
}
