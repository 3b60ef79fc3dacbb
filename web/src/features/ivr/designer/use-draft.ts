import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { send } from '../../../api/client';
import { useDrawing, type DrawingState } from '../../../api/use-drawing';
import { drawnOf, type Flow, type FlowView } from '../flow-types';
import { addressOf, flowKey, flowsKey } from '../use-flows';

/** The draft of one flow. */
export function useDraft(loaded: FlowView): DrawingState<Flow, FlowView> {
  const queries = useQueryClient();
  const { code } = loaded;
  const save = useCallback((view: FlowView, document: Flow) => send<FlowView>('PUT', `${addressOf(code)}/draft`, { version: view.draft?.version ?? 0, document }), [code]);
  const onSaved = useCallback(() => void queries.invalidateQueries({ queryKey: [...flowsKey, 'list'] }), [queries]);
  const onTaken = useCallback((next: FlowView) => queries.setQueryData(flowKey(code), next), [queries, code]);
  return useDrawing({ loaded, read: drawnOf, save, onSaved, onTaken });
}
