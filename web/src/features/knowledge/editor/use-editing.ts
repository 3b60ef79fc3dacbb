import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { send } from '../../../api/client';
import { isRefusal } from '../../../api/refusal';
import type { ContentChange, DraftCard, VersionRow } from '../knowledge-types';
import { editOf, type Edit } from './edit-state';

const pause = 800;

export type EditingState = 'saved' | 'typing' | 'saving' | 'refused' | 'stale';

export type Editing = {
  card: DraftCard;
  edit: Edit;
  state: EditingState;
  refusal: unknown;
  change: (change: (edit: Edit) => Edit) => void;
  /** Saves at once; tells whether all that was typed is on the server. */
  flush: () => Promise<DraftCard | null>;
  /** Somebody else saved meanwhile: his state, or mine over it. */
  takeTheirs: () => void;
  keepMine: () => void;
  /** After publishing, rolling back, retiring. */
  adopt: (card: DraftCard) => void;
};

export function useDraft(id: string): UseQueryResult<DraftCard> {
  return useQuery({ queryKey: ['knowledge-draft', id], queryFn: () => send<DraftCard>('GET', `/api/knowledge/articles/${id}/draft`), refetchOnWindowFocus: false, staleTime: Infinity, gcTime: 0 });
}

/** Saves a draft a moment after the last key; a stale save shows both states and loses neither. */
export function useEditing(first: DraftCard): Editing {
  const queries = useQueryClient();
  const [card, setCard] = useState(first);
  const [edit, setEdit] = useState(() => editOf(first));
  const [state, setState] = useState<EditingState>('saved');
  const [refusal, setRefusal] = useState<unknown>(null);
  const latest = useRef({ card, edit, state });
  useEffect(() => {
    latest.current = { card, edit, state };
  });
  const sending = useRef<Promise<DraftCard | null> | null>(null);

  const save = useCallback(async (): Promise<DraftCard | null> => {
    const { card: base, edit: sent } = latest.current;
    setState('saving');
    try {
      const saved = await send<DraftCard>('PUT', `/api/knowledge/articles/${base.id}`, { version: base.version, ...sent });
      setCard(saved);
      setRefusal(null);
      setEdit((now) => ({ ...now, confirmed: now === sent ? [] : now.confirmed }));
      setState(latest.current.edit === sent ? 'saved' : 'typing');
      latest.current = { ...latest.current, card: saved };
      void queries.invalidateQueries({ queryKey: ['knowledge'] });
      return saved;
    } catch (error) {
      setRefusal(error);
      setState(isRefusal(error, 'record.changed_meanwhile') ? 'stale' : 'refused');
      return null;
    }
  }, [queries]);

  const flush = useCallback(async (): Promise<DraftCard | null> => {
    await sending.current;
    if (latest.current.state !== 'typing' && latest.current.state !== 'refused') {
      return latest.current.state === 'saved' || latest.current.state === 'saving' ? latest.current.card : null;
    }
    sending.current = save();
    const saved = await sending.current;
    sending.current = null;
    return saved;
  }, [save]);

  useEffect(() => {
    if (state !== 'typing') {
      return undefined;
    }
    const timer = setTimeout(() => void flush(), pause);
    return () => clearTimeout(timer);
  }, [edit, state, flush]);

  // Leaving the page does not wait for the pause.
  useEffect(() => () => void flush(), [flush]);

  const adopt = useCallback(
    (next: DraftCard) => {
      setCard(next);
      setEdit(editOf(next));
      setRefusal(null);
      setState('saved');
      void queries.invalidateQueries({ queryKey: ['knowledge'] });
    },
    [queries],
  );
  const current = (): DraftCard | undefined => (isRefusal(refusal) ? (refusal.problem.current as DraftCard | undefined) : undefined);

  return {
    card,
    edit,
    state,
    refusal,
    change: useCallback((change) => {
      setEdit(change);
      setState((now) => (now === 'stale' ? now : 'typing'));
    }, []),
    flush,
    adopt,
    takeTheirs: () => {
      const theirs = current();
      if (theirs !== undefined) {
        adopt(theirs);
      }
    },
    keepMine: () => {
      const theirs = current();
      if (theirs !== undefined) {
        setCard(theirs);
        setRefusal(null);
        setState('typing');
      }
    },
  };
}

export type Act = 'publish' | 'rollback' | 'discard' | 'retire' | 'restore';

export function useAct(id: string, onDone: (card: DraftCard) => void): UseMutationResult<DraftCard, Error, { act: Act; version: number; to?: number; comment?: string }> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ act, ...body }) => send<DraftCard>('POST', `/api/knowledge/articles/${id}/${act}`, body),
    onSuccess: (card) => {
      void queries.invalidateQueries({ queryKey: ['knowledge-history', id] });
      onDone(card);
    },
  });
}

export function useVersions(id: string): UseQueryResult<VersionRow[]> {
  return useQuery({ queryKey: ['knowledge-history', id], queryFn: () => send<VersionRow[]>('GET', `/api/knowledge/articles/${id}/versions`) });
}

export function useDiff(id: string, from: number | null, to: number | null): UseQueryResult<ContentChange[]> {
  const asked = new URLSearchParams({ ...(from === null ? {} : { from: String(from) }), ...(to === null ? {} : { to: String(to) }) });
  return useQuery({ queryKey: ['knowledge-history', id, 'diff', asked.toString()], queryFn: () => send<ContentChange[]>('GET', `/api/knowledge/articles/${id}/diff?${asked}`), gcTime: 0 });
}
