import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isRefusal } from './refusal';

const saveAfter = 700;
const mostUndo = 100;

export type DrawingState<Design, View> = {
  design: Design;
  view: View;
  change: (next: (design: Design) => Design) => void;
  undo: () => void;
  canUndo: boolean;
  /** Saved, waiting to be saved, or refused. */
  state: 'saved' | 'dirty' | 'saving' | 'failed' | 'stale';
  error: unknown;
  /** Saves what is not saved yet; true when the server has what is drawn. */
  flush: () => Promise<boolean>;
  /** Shows what the server has, dropping what is not saved. */
  take: (view: View) => void;
};

export type DrawingSource<Design, View> = {
  loaded: View;
  /** What is drawn in an answer of the server. */
  read: (view: View) => Design;
  /** Keeps it on the server, based on the draft the view knows. */
  save: (view: View, design: Design) => Promise<View>;
  onSaved: (view: View) => void;
  onTaken: (view: View) => void;
};

/** What is being drawn: changed at once, kept on the server a moment later, checked there. */
export function useDrawing<Design, View>({ loaded, read, save, onSaved, onTaken }: DrawingSource<Design, View>): DrawingState<Design, View> {
  const [view, setView] = useState(loaded);
  const [design, setDesign] = useState(() => read(loaded));
  const [past, setPast] = useState<readonly Design[]>([]);
  const [changes, setChanges] = useState(0);
  const [saved, setSaved] = useState(0);
  const latest = useRef({ design, view, changes });

  useEffect(() => {
    latest.current = { design, view, changes };
  });

  const keep = useMutation({
    mutationFn: () => save(latest.current.view, latest.current.design),
    onMutate: () => latest.current.changes,
    onSuccess: (answer, _, mark) => {
      setView(answer);
      setSaved(mark ?? 0);
      onSaved(answer);
    },
  });
  const isStale = isRefusal(keep.error, 'record.changed_meanwhile');
  const isDirty = changes !== saved;
  const { mutate, mutateAsync, isPending, isError } = keep;

  useEffect(() => {
    if (!isDirty || isPending || isStale) {
      return undefined;
    }
    const timer = setTimeout(() => mutate(), isError ? saveAfter * 6 : saveAfter);
    return () => clearTimeout(timer);
  }, [isDirty, isPending, isStale, isError, mutate, design]);

  const change = useCallback((next: (design: Design) => Design) => {
    setDesign((before) => {
      const after = next(before);
      if (after !== before) {
        setPast((all) => [...all.slice(-mostUndo), before]);
        setChanges((count) => count + 1);
      }
      return after;
    });
  }, []);

  const undo = useCallback(() => {
    const before = past.at(-1);
    if (before !== undefined) {
      setPast(past.slice(0, -1));
      setDesign(before);
      setChanges((count) => count + 1);
    }
  }, [past]);

  const flush = useCallback(async () => {
    if (latest.current.changes === saved) {
      return true;
    }
    try {
      await mutateAsync();
      return true;
    } catch {
      return false;
    }
  }, [saved, mutateAsync]);

  const take = useCallback(
    (next: View) => {
      setView(next);
      setDesign(read(next));
      setPast([]);
      setChanges(0);
      setSaved(0);
      keep.reset();
      onTaken(next);
    },
    [keep, read, onTaken],
  );

  const state = isStale ? 'stale' : isPending ? 'saving' : isError ? 'failed' : isDirty ? 'dirty' : 'saved';
  return { design, view, change, undo, canUndo: past.length > 0, state, error: keep.error, flush, take };
}
