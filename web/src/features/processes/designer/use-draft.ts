import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { send } from '../../../api/client';
import { useDrawing, type DrawingState } from '../../../api/use-drawing';
import type { Design, ProcessView } from '../process-types';
import { addressOf, processesKey, processKey } from '../use-processes';

export type DraftState = DrawingState<Design, ProcessView>;

const read = (view: ProcessView): Design => view.draft?.design ?? view.published.design;

/** The draft of one process. */
export function useDraft(loaded: ProcessView): DraftState {
  const queries = useQueryClient();
  const { document, unit } = loaded;
  const save = useCallback((view: ProcessView, design: Design) => send<ProcessView>('PUT', `${addressOf(document, unit)}/draft`, { version: view.draft?.version ?? 0, design }), [document, unit]);
  const onSaved = useCallback(() => void queries.invalidateQueries({ queryKey: [...processesKey, 'list'] }), [queries]);
  const onTaken = useCallback((next: ProcessView) => queries.setQueryData(processKey(document, unit), next), [queries, document, unit]);
  return useDrawing({ loaded, read, save, onSaved, onTaken });
}
