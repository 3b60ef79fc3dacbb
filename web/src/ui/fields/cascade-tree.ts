import { foldText } from '../text/fold';

/** A choice with what is below it, in the order the operator gave. */
export type CascadeNode = { id: string; label: string; code?: string; count?: number; children?: readonly CascadeNode[] };

type Place = { node: CascadeNode; path: readonly string[]; /** Folded names from the root to the node. */ words: string };

/** The tree as the field shows it: most used first, every node found by its id. */
export type CascadeTree = { roots: readonly CascadeNode[]; places: ReadonlyMap<string, Place> };

function uses(node: CascadeNode): number {
  return (node.count ?? 0) + (node.children ?? []).reduce((sum, child) => sum + uses(child), 0);
}

function mostUsedFirst(nodes: readonly CascadeNode[]): CascadeNode[] {
  return nodes.map((node) => (node.children === undefined ? node : { ...node, children: mostUsedFirst(node.children) })).sort((one, other) => uses(other) - uses(one));
}

export function cascadeTree(nodes: readonly CascadeNode[]): CascadeTree {
  const roots = mostUsedFirst(nodes);
  const places = new Map<string, Place>();
  const walk = (level: readonly CascadeNode[], path: readonly string[], words: string): void => {
    for (const node of level) {
      const place = { node, path: [...path, node.id], words: `${words} ${foldText(node.label)} ${foldText(node.code ?? '')}` };
      places.set(node.id, place);
      walk(node.children ?? [], place.path, place.words);
    }
  };
  walk(roots, [], '');
  return { roots, places };
}

export function pathOf(tree: CascadeTree, id: string | null | undefined): readonly string[] {
  return id == null ? [] : (tree.places.get(id)?.path ?? []);
}

export function labelsOf(tree: CascadeTree, path: readonly string[]): string[] {
  return path.map((id) => tree.places.get(id)?.node.label ?? '');
}

/** The columns beside each other for a cursor: the roots, then what is below each step. */
export function columnsOf(tree: CascadeTree, path: readonly string[]): readonly (readonly CascadeNode[])[] {
  const below = path.map((id) => tree.places.get(id)?.node.children ?? []).filter((nodes) => nodes.length > 0);
  return [tree.roots, ...below];
}

/** What typing found: the nodes meant, best first, and all that lead to them or lie below them. */
export type Found = { hits: readonly string[]; near: ReadonlySet<string> };

export function find(tree: CascadeTree, typed: string): Found | null {
  const words = foldText(typed).split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) {
    return null;
  }
  const hits: { id: string; rank: number }[] = [];
  for (const [id, { node, words: path }] of tree.places) {
    const own = `${foldText(node.label)} ${foldText(node.code ?? '')}`;
    if (words.every((word) => path.includes(word)) && words.some((word) => own.includes(word))) {
      // A word's beginning is meant more often than its middle.
      hits.push({ id, rank: words.some((word) => ` ${own}`.includes(` ${word}`)) ? 0 : 1 });
    }
  }
  hits.sort((one, other) => one.rank - other.rank);
  const near = new Set<string>();
  const addBelow = (nodes: readonly CascadeNode[]): void =>
    nodes.forEach((node) => {
      near.add(node.id);
      addBelow(node.children ?? []);
    });
  for (const { id } of hits) {
    const place = tree.places.get(id);
    place?.path.forEach((step) => near.add(step));
    addBelow(place?.node.children ?? []);
  }
  return { hits: hits.map(({ id }) => id), near };
}

/** Found ones stand before the others of their column. */
export function foundFirst(nodes: readonly CascadeNode[], found: Found | null): readonly CascadeNode[] {
  return found === null ? nodes : [...nodes.filter(({ id }) => found.near.has(id)), ...nodes.filter(({ id }) => !found.near.has(id))];
}

/** Up and down: within the column, and while a filter is typed from hit to hit through all branches. */
export function step(tree: CascadeTree, path: readonly string[], by: 1 | -1, found: Found | null): readonly string[] {
  const at = path.at(-1);
  if (found !== null && found.hits.length > 0) {
    const order = at === undefined ? -1 : found.hits.indexOf(at);
    const next = order < 0 ? 0 : (order + by + found.hits.length) % found.hits.length;
    return pathOf(tree, found.hits[next]);
  }
  const column = path.length < 2 ? tree.roots : (tree.places.get(path.at(-2) ?? '')?.node.children ?? []);
  const order = column.findIndex(({ id }) => id === at);
  const next = column[order < 0 ? (by > 0 ? 0 : column.length - 1) : (order + by + column.length) % column.length];
  return next === undefined ? path : [...path.slice(0, -1), next.id];
}

/** Right: into the most used of what is below. Left: back to the parent. */
export function changeLevel(tree: CascadeTree, path: readonly string[], by: 1 | -1, found: Found | null): readonly string[] {
  if (by < 0) {
    return path.length > 1 ? path.slice(0, -1) : path;
  }
  const first = foundFirst(tree.places.get(path.at(-1) ?? '')?.node.children ?? [], found)[0];
  return first === undefined ? path : [...path, first.id];
}
