import { nobody, type Actors, type Approval, type Design, type Names, type Outcome, type Stage, type StageKind, type Transition } from '../process-types';

export const nodeWidth = 164;
export const nodeHeight = 54;
export const outcomeHeight = 26;
const grid = 16;
const column = 240;

export function heightOf(stage: Stage): number {
  return nodeHeight + (stage.approval === null ? 0 : Math.max(1, stage.approval.outcomes.length) * outcomeHeight + 8);
}

export function findStage(design: Design, code: string | null | undefined): Stage | undefined {
  return design.stages.find((stage) => stage.code === code);
}

/** A code from a name, as programs like it: `telafi_onayi`. */
export function codeOf(name: string, taken: readonly string[]): string {
  const plain = name
    .toLocaleLowerCase('tr')
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/g, (gap) => (/^\p{M}+$/u.test(gap) ? '' : '_'))
    .replaceAll(/^[_0-9]+|_+$/g, '')
    .slice(0, 34);
  const base = plain === '' ? 'stage' : plain;
  let code = base;
  for (let next = 2; taken.includes(code); next += 1) {
    code = `${base}_${next}`;
  }
  return code;
}

/** A new stage beside the chosen one, already led to from there. */
export function addStage(design: Design, names: Names, beside: string | undefined): { design: Design; code: string } {
  const code = codeOf(names.en || names.tr || names.sv, design.stages.map((stage) => stage.code));
  const near = findStage(design, beside) ?? design.stages.at(-1);
  const place = freePlace(design, (near?.x ?? -column) + column, near?.y ?? 0);
  const stage: Stage = { code, kind: 'inProgress', names, makers: nobody, approval: null, watchers: nobody, comment: 'never', onEntry: [], startsFor: null, targetMinutes: null, ...place };
  const transitions = near === undefined ? design.transitions : [...design.transitions, { from: near.code, to: code, names: null }];
  return { design: { stages: [...design.stages, stage], transitions }, code };
}

function freePlace(design: Design, x: number, y: number): { x: number; y: number } {
  const isTaken = (top: number): boolean => design.stages.some((stage) => Math.abs(stage.x - x) < nodeWidth && top < stage.y + heightOf(stage) + grid && stage.y < top + nodeHeight + grid);
  let top = y;
  while (isTaken(top)) {
    top += grid * 2;
  }
  return { x, y: top };
}

/** Without the stage, its lines, and the decisions that led there keep their tick but lose their target. */
export function removeStage(design: Design, code: string): Design {
  return {
    stages: design.stages
      .filter((stage) => stage.code !== code)
      .map((stage) => (stage.approval === null ? stage : { ...stage, approval: { ...stage.approval, outcomes: stage.approval.outcomes.map((one) => (one.to === code ? { ...one, to: null } : one)) } })),
    transitions: design.transitions.filter((line) => line.from !== code && line.to !== code),
  };
}

/** A removed stage back into a design that was changed since: with its place, its lines and the decisions that led there. Nothing else comes back with it. */
export function putBack(design: Design, before: Design, code: string): Design {
  const removed = findStage(before, code);
  if (removed === undefined || findStage(design, code) !== undefined) {
    return design;
  }
  const isThere = (one: string): boolean => one === code || findStage(design, one) !== undefined;
  const led = (stage: Stage, outcome: Outcome): boolean => findStage(before, stage.code)?.approval?.outcomes.some((one) => one.outcome === outcome && one.to === code) === true;
  const stages = design.stages.map((stage) =>
    stage.approval === null ? stage : { ...stage, approval: { ...stage.approval, outcomes: stage.approval.outcomes.map((one) => (one.to === null && led(stage, one.outcome) ? { ...one, to: code } : one)) } },
  );
  const own = removed.approval === null ? removed : { ...removed, approval: { ...removed.approval, outcomes: removed.approval.outcomes.map((one) => (one.to === null || isThere(one.to) ? one : { ...one, to: null })) } };
  const lines = before.transitions.filter((line) => (line.from === code || line.to === code) && isThere(line.from) && isThere(line.to));
  return { stages: stages.toSpliced(before.stages.indexOf(removed), 0, own), transitions: [...design.transitions, ...lines] };
}

export function changeStage(design: Design, code: string, change: Partial<Stage>): Design {
  return { ...design, stages: design.stages.map((stage) => (stage.code === code ? { ...stage, ...change } : stage)) };
}

/** What the stage means; an approval gets its checkers and decisions, anything else loses them. */
export function changeKind(design: Design, code: string, kind: StageKind): Design {
  const approval: Approval | null = kind === 'approval' ? (findStage(design, code)?.approval ?? newApproval(design, code)) : null;
  return changeStage(design, code, { kind, approval, startsFor: null, comment: kind === 'approval' ? 'unlessApproved' : 'never' });
}

function newApproval(design: Design, code: string): Approval {
  const to = (kind: StageKind): string | null => design.stages.find((stage) => stage.kind === kind && stage.code !== code)?.code ?? null;
  const back = design.transitions.find((line) => line.to === code)?.from ?? to('inProgress');
  return {
    checkers: nobody,
    quorum: 1,
    outcomes: [
      { outcome: 'approve', to: to('resolved') },
      { outcome: 'reject', to: back },
      { outcome: 'review', to: null },
      { outcome: 'warn', to: null },
    ],
  };
}

export function changeCode(design: Design, code: string, next: string): Design {
  const swap = (one: string): string => (one === code ? next : one);
  return {
    stages: design.stages.map((stage) => ({
      ...stage,
      code: swap(stage.code),
      approval: stage.approval === null ? null : { ...stage.approval, outcomes: stage.approval.outcomes.map((one) => (one.to === null ? one : { ...one, to: swap(one.to) })) },
    })),
    transitions: design.transitions.map((line) => ({ ...line, from: swap(line.from), to: swap(line.to) })),
  };
}

export function connect(design: Design, from: string, to: string): Design {
  const isThere = from === to || design.transitions.some((line) => line.from === from && line.to === to);
  return isThere ? design : { ...design, transitions: [...design.transitions, { from, to, names: null }] };
}

export function disconnect(design: Design, from: string, to: string): Design {
  return { ...design, transitions: design.transitions.filter((line) => line.from !== from || line.to !== to) };
}

export function changeTransition(design: Design, from: string, to: string, names: Names | null): Design {
  return { ...design, transitions: design.transitions.map((line) => (line.from === from && line.to === to ? { ...line, names } : line)) };
}

export function leadsTo(design: Design, code: string): Transition[] {
  return design.transitions.filter((line) => line.from === code);
}

export function setOutcome(approval: Approval, outcome: Outcome, next: { on: boolean; to?: string | null }): Approval {
  const others = approval.outcomes.filter((one) => one.outcome !== outcome);
  const before = approval.outcomes.find((one) => one.outcome === outcome);
  return { ...approval, outcomes: next.on ? [...others, { outcome, to: next.to === undefined ? (before?.to ?? null) : next.to }] : others };
}

/** How many people it can be; what somebody is to the document counts as one. */
export function countActors(actors: Actors, people: readonly { id: string; isActive: boolean; roles: string[] }[], inTeam: ReadonlyMap<string, number>): number {
  const named = people.filter((one) => one.isActive && (actors.users.includes(one.id) || one.roles.some((role) => actors.roles.includes(role)))).length;
  const teams = actors.teams.reduce((sum, team) => sum + (inTeam.get(team) ?? 0), 0);
  return named + teams + (actors.owner || actors.ownersTeam ? 1 : 0);
}
