import { applyNodeChanges, Background, BackgroundVariant, Controls, MarkerType, ReactFlow, ReactFlowProvider, useReactFlow, type Connection, type EdgeMarker, type Node, type NodeChange, type NodeTypes } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Line, type DrawnLine } from './line';
import './drawing.css';

export type Placed = { code: string; x: number; y: number };

export type DrawingProps<Box extends Node> = {
  label: string;
  nodes: Box[];
  edges: DrawnLine[];
  nodeTypes: NodeTypes;
  /** The box that is looked at: it is brought into view. */
  shown: string | undefined;
  onChoose: (code: string) => void;
  onChooseEdge: (edge: DrawnLine) => void;
  onLeave: () => void;
  onMove: (places: Placed[]) => void;
  onConnect: (from: string, to: string) => void;
  /** Nothing can be dragged or connected. */
  isFixed?: boolean;
};

const edgeTypes = { line: Line };
const fit = { padding: 0.06, maxZoom: 1 };

export function arrowTo(color: string): EdgeMarker {
  return { type: MarkerType.ArrowClosed, width: 14, height: 14, color };
}

/** Boxes and what leads where. Drawn by dragging; whoever uses it gives keys and fields for all that can be done on it. */
export function Drawing<Box extends Node>(props: DrawingProps<Box>): ReactElement {
  return (
    <ReactFlowProvider>
      <Sheet {...props} />
    </ReactFlowProvider>
  );
}

function Sheet<Box extends Node>({ label, nodes: wanted, edges, nodeTypes, shown, onChoose, onChooseEdge, onLeave, onMove, onConnect, isFixed = false }: DrawingProps<Box>): ReactElement {
  const { t } = useTranslation();
  const [nodes, setNodes] = useState(wanted);
  const [drawn, setDrawn] = useState(wanted);
  if (drawn !== wanted) {
    setDrawn(wanted);
    setNodes(wanted);
  }

  const onNodesChange = useCallback(
    (changes: NodeChange<Box>[]) => {
      setNodes((before) => applyNodeChanges(changes.filter((change) => change.type === 'position' || change.type === 'dimensions'), before));
      const moved = changes.flatMap((change) => (change.type === 'position' && change.dragging === false && change.position !== undefined ? [{ code: change.id, x: Math.round(change.position.x), y: Math.round(change.position.y) }] : []));
      if (moved.length > 0) {
        onMove(moved);
      }
    },
    [onMove],
  );

  // What is looked at by keys may stand outside the window.
  const { getViewport, fitView } = useReactFlow();
  const box = useRef<HTMLDivElement>(null);
  const count = wanted.length;
  useEffect(() => {
    const node = wanted.find((one) => one.id === shown);
    const area = box.current?.getBoundingClientRect();
    if (node === undefined || area === undefined || area.width === 0) {
      return;
    }
    const { x, y, zoom } = getViewport();
    const [left, top] = [node.position.x * zoom + x, node.position.y * zoom + y];
    if (left < 0 || top < 0 || left + (node.width ?? 0) * zoom > area.width || top + (node.height ?? 0) * zoom > area.height) {
      void fitView(fit);
    }
    // Not while it is dragged or changed, only when another one is looked at.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [shown, count]);
  const words = useMemo(
    () => ({
      'controls.ariaLabel': t('ui.zoom'),
      'controls.zoomIn.ariaLabel': t('ui.zoom_in'),
      'controls.zoomOut.ariaLabel': t('ui.zoom_out'),
      'controls.fitView.ariaLabel': t('ui.zoom_all'),
    }),
    [t],
  );
  const connect = useCallback(({ source, target }: Connection) => onConnect(source, target), [onConnect]);

  return (
    <ReactFlow<Box, DrawnLine>
      ref={box}
      className="drawing"
      aria-label={label}
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onNodesChange={onNodesChange}
      onConnect={connect}
      onNodeClick={(_, node) => onChoose(node.id)}
      onNodeDragStart={(_, node) => onChoose(node.id)}
      onEdgeClick={(_, edge) => onChooseEdge(edge)}
      onPaneClick={onLeave}
      nodesDraggable={!isFixed}
      nodesConnectable={!isFixed}
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
      <Controls showInteractive={false} position="bottom-left" aria-label={t('ui.zoom')} />
    </ReactFlow>
  );
}
