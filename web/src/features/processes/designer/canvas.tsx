import { applyNodeChanges, Background, BackgroundVariant, Controls, MarkerType, ReactFlow, ReactFlowProvider, useReactFlow, type Connection, type NodeChange } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../../ui/text/names';
import type { Design, Problem } from '../process-types';
import { findStage, heightOf, nodeWidth } from './edit-design';
import { StageLine, type StageFlowLine } from './stage-line';
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
const edgeTypes = { line: StageLine };
const fit = { padding: 0.12, maxZoom: 1 };
const arrow = { type: MarkerType.ArrowClosed, width: 14, height: 14 };

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
export function Canvas(props: CanvasProps): ReactElement {
  return (
    <ReactFlowProvider>
      <Drawing {...props} />
    </ReactFlowProvider>
  );
}

function Drawing({ design, chosen, onChoose, onMove, onConnect, problems, standing, isNew, whoOf, checkersOf }: CanvasProps): ReactElement {
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
  const [nodes, setNodes] = useState(wanted);
  const [drawn, setDrawn] = useState(wanted);
  if (drawn !== wanted) {
    setDrawn(wanted);
    setNodes(wanted);
  }

  const edges = useMemo<StageFlowLine[]>(() => {
    const place = new Map(design.stages.map((stage) => [stage.code, stage]));
    const isOwn = (from: string, to: string): boolean => (chosen?.kind === 'stage' ? chosen.code === from : chosen?.from === from && chosen.to === to);
    const isBack = (from: string, to: string): boolean => (place.get(to)?.x ?? 0) < (place.get(from)?.x ?? 0);
    const draw = (id: string, from: string, to: string, label: string, row: number | undefined): StageFlowLine => {
      const own = isOwn(from, to);
      return {
        id,
        source: from,
        target: to,
        type: 'line',
        zIndex: own ? 2 : 0,
        markerEnd: { ...arrow, color: own ? 'var(--accent)' : 'var(--field-line)' },
        focusable: false,
        data: { label, isOwn: own, isBack: isBack(from, to), hasTwin: design.transitions.some((line) => line.from === to && line.to === from), isAround: isBetween(design, from, to), row, ...(row === undefined ? { onChoose: () => onChoose({ kind: 'line', from, to }) } : {}) },
      };
    };
    return [
      ...design.transitions.map((line) => draw(`t:${line.from}:${line.to}`, line.from, line.to, line.names === null ? '' : names(line.names), undefined)),
      ...design.stages.flatMap((stage) => (stage.approval?.outcomes ?? []).flatMap((one, row) => (one.to === null || !place.has(one.to) ? [] : [draw(`o:${stage.code}:${one.outcome}`, stage.code, one.to, '', row)]))),
    ].toSorted((one, other) => Number(one.data?.isOwn) - Number(other.data?.isOwn));
  }, [design, chosen, names, onChoose]);

  const onNodesChange = useCallback(
    (changes: NodeChange<StageFlowNode>[]) => {
      setNodes((before) => applyNodeChanges(changes.filter((change) => change.type === 'position' || change.type === 'dimensions'), before));
      const moved = changes.flatMap((change) => (change.type === 'position' && change.dragging === false && change.position !== undefined ? [{ code: change.id, x: Math.round(change.position.x), y: Math.round(change.position.y) }] : []));
      if (moved.length > 0) {
        onMove(moved);
      }
    },
    [onMove],
  );
  // A stage that was added or chosen by a key may lie beyond the edge: the view goes there.
  const { getViewport, fitView } = useReactFlow();
  const box = useRef<HTMLDivElement>(null);
  const shown = chosen?.kind === 'stage' ? chosen.code : undefined;
  const count = design.stages.length;
  useEffect(() => {
    const stage = findStage(design, shown);
    const area = box.current?.getBoundingClientRect();
    if (stage === undefined || area === undefined || area.width === 0) {
      return;
    }
    const { x, y, zoom } = getViewport();
    const [left, top] = [stage.x * zoom + x, stage.y * zoom + y];
    if (left < 0 || top < 0 || left + nodeWidth * zoom > area.width || top + heightOf(stage) * zoom > area.height) {
      void fitView(fit);
    }
    // Not while it is dragged or changed, only when another one is looked at.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [shown, count]);
  const words = useMemo(
    () => ({
      'controls.ariaLabel': t('processes.zoom'),
      'controls.zoomIn.ariaLabel': t('processes.zoom_in'),
      'controls.zoomOut.ariaLabel': t('processes.zoom_out'),
      'controls.fitView.ariaLabel': t('processes.zoom_all'),
    }),
    [t],
  );
  const connect = useCallback(({ source, target }: Connection) => onConnect(source, target), [onConnect]);

  return (
    <ReactFlow<StageFlowNode, StageFlowLine>
      ref={box}
      className="stage-canvas"
      aria-label={t('processes.canvas')}
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onNodesChange={onNodesChange}
      onConnect={connect}
      onNodeClick={(_, node) => onChoose({ kind: 'stage', code: node.id })}
      onNodeDragStart={(_, node) => onChoose({ kind: 'stage', code: node.id })}
      onEdgeClick={(_, edge) => onChoose(edge.id.startsWith('t:') ? { kind: 'line', from: edge.source, to: edge.target } : { kind: 'stage', code: edge.source })}
      onPaneClick={() => onChoose(undefined)}
      fitView
      fitViewOptions={fit}
      minZoom={0.3}
      maxZoom={1.5}
      snapToGrid
      snapGrid={[8, 8]}
      deleteKeyCode={null}
      disableKeyboardA11y
      nodesFocusable={false}
      edgesFocusable={false}
      proOptions={{ hideAttribution: true }}
      ariaLabelConfig={words}
    >
      <Background variant={BackgroundVariant.Dots} gap={16} size={1} color="var(--line-strong)" />
      <Controls showInteractive={false} position="bottom-left" aria-label={t('processes.zoom')} />
    </ReactFlow>
  );
}
