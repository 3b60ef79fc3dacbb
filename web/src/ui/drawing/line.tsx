import { BaseEdge, EdgeLabelRenderer, getBezierPath, Position, useInternalNode, type Edge, type EdgeProps } from '@xyflow/react';
import type { ReactElement } from 'react';
import { classes } from '../classes';
import './drawing.css';

export type LineData = {
  label: string;
  isOwn: boolean;
  isBack: boolean;
  hasTwin: boolean;
  /** Another box stands in the way. */
  isAround: boolean;
  /** How far below the box's upper edge it leaves; undefined: from its head. */
  from: number | undefined;
  isBad?: boolean;
  onChoose?: () => void;
};
export type DrawnLine = Edge<LineData, 'line'>;

type Box = { x: number; y: number; width: number; height: number };
type End = { x: number; y: number; side: Position };

/** The part of a box at which lines arrive. */
const headHeight = 54;
const usualWidth = 164;
const twinGap = 12;
const detourWidth = 56;

/** A line between two boxes, on the sides that face each other; the way back runs beside it. */
export function Line({ id, source, target, data, markerEnd }: EdgeProps<DrawnLine>): ReactElement | null {
  const from = useInternalNode(source);
  const to = useInternalNode(target);
  if (from === undefined || to === undefined || data === undefined) {
    return null;
  }
  const box = (node: typeof from): Box => ({ ...node.internals.positionAbsolute, width: node.measured.width ?? usualWidth, height: node.measured.height ?? headHeight });
  const [start, end] = ends(box(from), box(to), data);
  const [path, labelX, labelY] = data.isAround ? detour(start, end) : getBezierPath({ sourceX: start.x, sourceY: start.y, sourcePosition: start.side, targetX: end.x, targetY: end.y, targetPosition: end.side, curvature: 0.3 });
  return (
    <>
      <BaseEdge id={id} path={path} markerEnd={markerEnd} interactionWidth={14} className={classes('drawn-line', data.isOwn && 'own', data.isBad === true && 'bad', data.isBack && !data.isOwn && 'back')} />
      {data.label !== '' && (
        <EdgeLabelRenderer>
          <button
            type="button"
            tabIndex={-1}
            className={classes('drawn-line-label nodrag nopan', data.isOwn && 'own')}
            style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)` }}
            onClick={data.onChoose}
          >
            {data.label}
          </button>
        </EdgeLabelRenderer>
      )}
    </>
  );
}

/** Out to the side, past what stands between, and back in. */
function detour(start: End, end: End): [string, number, number] {
  const isRight = start.side === Position.Right;
  const out = isRight ? Math.max(start.x, end.x) + detourWidth : Math.min(start.x, end.x) - detourWidth;
  return [`M ${start.x},${start.y} C ${out},${start.y} ${out},${end.y} ${end.x},${end.y}`, out + (isRight ? -detourWidth : detourWidth) / 4, (start.y + end.y) / 2];
}

function ends(a: Box, b: Box, { from, hasTwin, isBack, isAround }: LineData): [End, End] {
  const shift = hasTwin ? (isBack ? twinGap : -twinGap) : 0;
  const middle = (box: Box): { x: number; y: number } => ({ x: box.x + box.width / 2, y: box.y + Math.min(box.height, headHeight) / 2 });
  const startY = from === undefined ? middle(a).y + shift : a.y + from;
  if (b.x >= a.x + a.width + 16) {
    return [{ x: a.x + a.width, y: startY, side: Position.Right }, { x: b.x, y: middle(b).y + shift, side: Position.Left }];
  }
  if (b.x + b.width + 16 <= a.x) {
    return [{ x: a.x, y: startY, side: Position.Left }, { x: b.x + b.width, y: middle(b).y + shift, side: Position.Right }];
  }
  if (from !== undefined) {
    return [{ x: a.x + a.width, y: startY, side: Position.Right }, { x: b.x + b.width, y: middle(b).y, side: Position.Right }];
  }
  if (isAround) {
    return [{ x: a.x, y: middle(a).y + shift, side: Position.Left }, { x: b.x, y: middle(b).y + shift, side: Position.Left }];
  }
  const down = b.y > a.y;
  return [
    { x: middle(a).x + shift * 2, y: down ? a.y + a.height : a.y, side: down ? Position.Bottom : Position.Top },
    { x: middle(b).x + shift * 2, y: down ? b.y : b.y + b.height, side: down ? Position.Top : Position.Bottom },
  ];
}
