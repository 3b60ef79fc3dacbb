import { useCallback, useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { arrowTo, Drawing, type Placed } from '../../../ui/drawing/drawing';
import type { DrawnLine } from '../../../ui/drawing/line';
import { exitName, summaryOf, titleOf, type Looks } from '../block-looks';
import type { Block, Flow, Problem } from '../flow-types';
import { BlockNode, type BlockFlowNode, type Row } from './block-node';
import { exitsOf } from './edit-flow';
import { blockWidth, exitHeight, hasRows, heightOf } from './layout';

export type CanvasProps = {
  flow: Flow;
  places: readonly Placed[];
  looks: Looks;
  chosen: string | undefined;
  problems: readonly Problem[];
  /** The blocks a tried call has passed, in order. */
  way: readonly string[];
  isFixed: boolean;
  onChoose: (name: string | undefined) => void;
  onMove: (places: Placed[]) => void;
  onConnect: (from: string, to: string) => void;
};

const nodeTypes = { block: BlockNode };

/** Key or class of callers at the end of a row. */
function asideOf({ t }: Looks, block: Block, on: string): string {
  const option = block.verb === 'menu' ? block.options.find((one) => one.key === on) : undefined;
  const [first, ...more] = option?.for ?? [];
  return first === undefined ? '' : more.length > 0 ? (option?.for?.includes('unidentified') === true ? '' : t('ivr.customers')) : t(`ivr.class_short.${first}`);
}

/** The blocks and what leads where. Drawn by dragging; everything on it can be done by keys and in the inspector too. */
export function Canvas({ flow, places, looks, chosen, problems, way, isFixed, onChoose, onMove, onConnect }: CanvasProps): ReactElement {
  const { t } = useTranslation();
  const walked = useMemo(() => new Set(way.slice(1).map((name, index) => `${way[index]}>${name}`)), [way]);
  const nodes = useMemo<BlockFlowNode[]>(
    () =>
      places.flatMap(({ code, x, y }) => {
        const block = flow.nodes[code];
        if (block === undefined) {
          return [];
        }
        const own = problems.filter((problem) => problem.node === code);
        const rows = hasRows(block)
          ? exitsOf(block).map<Row>(({ on, to, optional }) => ({
              on,
              key: block.verb === 'menu' && on !== 'failure' ? on : undefined,
              label: exitName(looks, block, on),
              aside: to === null ? t('ivr.ends') : asideOf(looks, block, on),
              isOpen: to === '' || (to === null && !optional) || (to !== null && flow.nodes[to] === undefined),
              isWalked: to !== null && walked.has(`${code}>${to}`),
            }))
          : [];
        return [
          {
            id: code,
            type: 'block' as const,
            position: { x, y },
            width: blockWidth,
            height: heightOf(block),
            selected: chosen === code,
            // Over the chosen block's own lines, which lie over the others: a line that runs behind a block must not take its press.
            zIndex: 3,
            data: {
              verb: block.verb,
              title: titleOf(looks, flow, code),
              summary: summaryOf(looks, flow, block),
              rows,
              weight: own.some((problem) => problem.weight === 'error') ? ('error' as const) : own.length > 0 ? ('warning' as const) : undefined,
              isStart: flow.start === code,
              isWalked: way.includes(code),
            },
          },
        ];
      }),
    [places, flow, looks, chosen, problems, way, walked, t],
  );

  const edges = useMemo<DrawnLine[]>(() => {
    const place = new Map(places.map((one) => [one.code, one]));
    const lines = Object.entries(flow.nodes).flatMap(([name, block]) =>
      exitsOf(block).flatMap<DrawnLine>(({ on, to }, row) => {
        if (to === null || !place.has(to) || to === name) {
          return [];
        }
        const isOwn = chosen === name || walked.has(`${name}>${to}`);
        return [
          {
            id: `${name}:${on}`,
            source: name,
            target: to,
            type: 'line',
            zIndex: isOwn ? 2 : 0,
            markerEnd: arrowTo(isOwn ? 'var(--accent)' : 'var(--field-line)'),
            focusable: false,
            data: { label: '', isOwn, isBack: (place.get(to)?.x ?? 0) < (place.get(name)?.x ?? 0), hasTwin: false, isAround: false, from: exitHeight(block, row) },
          },
        ];
      }),
    );
    return lines.toSorted((one, other) => Number(one.data?.isOwn) - Number(other.data?.isOwn));
  }, [flow.nodes, places, chosen, walked]);

  const chooseEdge = useCallback((edge: DrawnLine) => onChoose(edge.source), [onChoose]);
  return (
    <Drawing<BlockFlowNode>
      label={t('ivr.canvas')}
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      shown={chosen}
      onChoose={onChoose}
      onChooseEdge={chooseEdge}
      onLeave={() => onChoose(undefined)}
      onMove={onMove}
      onConnect={onConnect}
      isFixed={isFixed}
    />
  );
}
