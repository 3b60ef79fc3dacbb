import { useCallback, useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { arrowTo, Drawing } from '../../../ui/drawing/drawing';
import type { DrawnLine } from '../../../ui/drawing/line';
import { useNames } from '../../../ui/text/names';
import type { Design, Problem } from '../process-types';
import { findStage, heightOf, nodeHeight, nodeWidth, outcomeHeight } from './edit-design';
import { StageNode, type StageFlowNode } from './stage-node';
import './canvas.css';

export type Chosen = { kind: 'stage'; code: string } | { kind: 'line'; from: string; to: string };

export type CanvasProps = {
  design: Design;
  chosen: Chosen | undefined;
  onChoose: (chosen: Chosen | undefined) => void;
  onMove: (places: { code: string; x: number; y: number }[]) => void;
  onConnect: (from: string, to: string) => void;
  problems: readonly Problem[];
  standing: Readonly<Record<string, number>>;
  isNew: (code: string) => boolean;
  whoOf: (code: string) => string;
  checkersOf: (code: string) => number;
};

const nodeTypes = { stage: StageNode };

/** Another stage stands on the straight way between two that are above one another; the line has to go around it. */
function isBetween(design: Design, from: string, to: string): boolean {
  const [a, b] = [findStage(design, from), findStage(design, to)];
  if (a === undefined || b === undefined || Math.abs(a.x - b.x) >= nodeWidth) {
    return false;
  }
  const [top, bottom] = a.y < b.y ? [a, b] : [b, a];
  return design.stages.some((stage) => stage !== a && stage !== b && Math.abs(stage.x - a.x) < nodeWidth && stage.y > top.y && stage.y < bottom.y);
}

/** The stages and what leads where. Drawn by dragging; everything on it can be done by keys and in the inspector too. */
export function Canvas({ design, chosen, onChoose, onMove, onConnect, problems, standing, isNew, whoOf, checkersOf }: CanvasProps): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const wanted = useMemo<StageFlowNode[]>(
    () =>
      design.stages.map((stage) => ({
        id: stage.code,
        type: 'stage',
        position: { x: stage.x, y: stage.y },
        width: stage.approval === null ? nodeWidth : nodeWidth + 12,
        height: heightOf(stage),
        selected: chosen?.kind === 'stage' && chosen.code === stage.code,
        // Over the chosen stage's own lines, which lie over the others: a line that runs behind a stage must not take its press.
        zIndex: 3,
        data: {
          stage,
          who: whoOf(stage.code),
          standing: standing[stage.code],
          isNew: isNew(stage.code),
          hasError: problems.some((problem) => problem.stage === stage.code && problem.severity === 'error'),
          checkers: checkersOf(stage.code),
        },
      })),
    [design.stages, chosen, standing, problems, isNew, whoOf, checkersOf],
  );
  const edges = useMemo<DrawnLine[]>(() => {
    const place = new Map(design.stages.map((stage) => [stage.code, stage]));
    const isOwn = (from: string, to: string): boolean => (chosen?.kind === 'stage' ? chosen.code === from : chosen?.from === from && chosen.to === to);
    const isBack = (from: string, to: string): boolean => (place.get(to)?.x ?? 0) < (place.get(from)?.x ?? 0);
    const draw = (id: string, from: string, to: string, label: string, row: number | undefined): DrawnLine => {
      const own = isOwn(from, to);
      return {
        id,
        source: from,
        target: to,
        type: 'line',
        zIndex: own ? 2 : 0,
        markerEnd: arrowTo(own ? 'var(--accent)' : 'var(--field-line)'),
        focusable: false,
        data: { label, isOwn: own, isBack: isBack(from, to), hasTwin: design.transitions.some((line) => line.from === to && line.to === from), isAround: isBetween(design, from, to), from: row === undefined ? undefined : nodeHeight + outcomeHeight * (row + 0.5) + 2, ...(row === undefined ? { onChoose: () => onChoose({ kind: 'line', from, to }) } : {}) },
      };
    };
    return [
      ...design.transitions.map((line) => draw(`t:${line.from}:${line.to}`, line.from, line.to, line.names === null ? '' : names(line.names), undefined)),
      ...design.stages.flatMap((stage) => (stage.approval?.outcomes ?? []).flatMap((one, row) => (one.to === null || !place.has(one.to) ? [] : [draw(`o:${stage.code}:${one.outcome}`, stage.code, one.to, '', row)]))),
    ].toSorted((one, other) => Number(one.data?.isOwn) - Number(other.data?.isOwn));
  }, [design, chosen, names, onChoose]);

  const choose = useCallback((code: string) => onChoose({ kind: 'stage', code }), [onChoose]);
  const chooseEdge = useCallback((edge: DrawnLine) => onChoose(edge.id.startsWith('t:') ? { kind: 'line', from: edge.source, to: edge.target } : { kind: 'stage', code: edge.source }), [onChoose]);
  return (
    <Drawing<StageFlowNode>
      label={t('processes.canvas')}
      nodes={wanted}
      edges={edges}
      nodeTypes={nodeTypes}
      shown={chosen?.kind === 'stage' ? chosen.code : undefined}
      onChoose={choose}
      onChooseEdge={chooseEdge}
      onLeave={() => onChoose(undefined)}
      onMove={onMove}
      onConnect={onConnect}
    />
  );
}
