import type { Flow } from '../flow-types';

export type Change = { kind: 'added' | 'removed' | 'changed' | 'words' | 'flow'; name: string };

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** What differs between two drawings, by block; where a block stands is no difference. */
export function changesBetween(before: Flow, after: Flow): Change[] {
  const words = [...new Set([...Object.keys(before.texts ?? {}), ...Object.keys(after.texts ?? {})])];
  return [
    ...(same([before.names, before.defaultTeam, before.start], [after.names, after.defaultTeam, after.start]) ? [] : [{ kind: 'flow' as const, name: '' }]),
    ...Object.keys(after.nodes).flatMap<Change>((name) => {
      const [old, now] = [before.nodes[name], after.nodes[name]];
      return old === undefined ? [{ kind: 'added', name }] : same({ ...old, place: null }, { ...now, place: null }) ? [] : [{ kind: 'changed', name }];
    }),
    ...Object.keys(before.nodes).flatMap<Change>((name) => (after.nodes[name] === undefined ? [{ kind: 'removed', name }] : [])),
    ...words.flatMap<Change>((key) => (same(before.texts?.[key], after.texts?.[key]) ? [] : [{ kind: 'words', name: key }])),
  ];
}
