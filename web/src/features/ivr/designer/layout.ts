import type { Placed } from '../../../ui/drawing/drawing';
import type { Block, Flow } from '../flow-types';
import { exitsOf } from './edit-flow';

export const blockWidth = 176;
export const headHeight = 54;
export const rowHeight = 26;
const column = 212;
const gap = 24;

/** Blocks with several ways out show each as a row of its own. */
export function hasRows(block: Block): boolean {
  return block.verb === 'menu' || block.verb === 'branch' || block.verb === 'verify' || block.verb === 'openHours' || block.verb === 'collect';
}

export function heightOf(block: Block): number {
  return headHeight + (hasRows(block) ? exitsOf(block).length * rowHeight + 6 : 0);
}

/** How far below the upper edge a way out leaves. */
export function exitHeight(block: Block, row: number): number | undefined {
  return hasRows(block) ? headHeight + rowHeight * (row + 0.5) + 2 : undefined;
}

/** How far from the start a block is; one that only goes on to the next stands over it in the same column. */
function depthsOf(flow: Flow): Map<string, number> {
  const entrances = new Map<string, number>();
  const targetsOf = (name: string): string[] => exitsOf(flow.nodes[name] as Block).flatMap((exit) => (exit.to !== null && flow.nodes[exit.to] !== undefined ? [exit.to] : []));
  Object.keys(flow.nodes).forEach((name) => new Set(targetsOf(name)).forEach((to) => entrances.set(to, (entrances.get(to) ?? 0) + 1)));
  const depth = new Map<string, number>();
  let front: { name: string; at: number }[] = flow.nodes[flow.start] === undefined ? [] : [{ name: flow.start, at: 0 }];
  while (front.length > 0) {
    const next: typeof front = [];
    for (const { name, at } of front) {
      if (depth.has(name)) {
        continue;
      }
      depth.set(name, at);
      const targets = targetsOf(name);
      const [only] = targets;
      const goesOn = targets.length === 1 && only !== undefined && entrances.get(only) === 1 && !hasRows(flow.nodes[only] as Block) && !hasRows(flow.nodes[name] as Block);
      next.push(...targets.map((to) => ({ name: to, at: goesOn ? at : at + 1 })));
    }
    front = next.toSorted((one, other) => one.at - other.at);
  }
  return depth;
}

/** Where every block stands: where somebody put it, else in columns by how far from the start it is; what nobody reaches stands below the start. */
export function placesOf(flow: Flow): Placed[] {
  const depth = depthsOf(flow);
  const names = [...depth.keys(), ...Object.keys(flow.nodes).filter((name) => !depth.has(name))];
  const placed: (Placed & { height: number })[] = names.flatMap((code) => {
    const block = flow.nodes[code];
    return block?.place == null ? [] : [{ code, ...block.place, height: heightOf(block) }];
  });
  for (const code of names) {
    const block = flow.nodes[code] as Block;
    if (block.place == null) {
      const x = (depth.get(code) ?? 0) * column;
      placed.push({ code, x, y: freeFrom(placed, x, heightOf(block)), height: heightOf(block) });
    }
  }
  return placed;
}

function freeFrom(placed: readonly (Placed & { height: number })[], x: number, height: number): number {
  let y = 0;
  const inTheWay = (): (Placed & { height: number }) | undefined => placed.find((one) => Math.abs(one.x - x) < blockWidth && y < one.y + one.height + gap && one.y < y + height + gap);
  for (let wall = inTheWay(); wall !== undefined; wall = inTheWay()) {
    y = Math.ceil((wall.y + wall.height + gap) / 8) * 8;
  }
  return y;
}

/** Every block keeps its place from now on: what is added, moved or removed pushes no other about. */
export function pin(flow: Flow): Flow {
  const places = new Map(placesOf(flow).map(({ code, x, y }) => [code, { x, y }]));
  return { ...flow, nodes: Object.fromEntries(Object.entries(flow.nodes).map(([name, block]) => [name, { ...block, place: places.get(name) ?? null }])) };
}
