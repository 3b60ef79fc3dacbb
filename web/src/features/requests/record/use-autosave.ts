import { useCallback, useEffect, useReducer, useRef } from 'react';
import { isRefusal } from '../../../api/refusal';
import type { ServiceRequest } from '../../../api/request-types';
import { begin, step, unsaved, type Autosave } from './autosave';
import { dropDraft, keepDraft, readDraft } from './kept-draft';
import { type RequestFields } from './request-fields';
import { saveRequest } from './use-request';

const pause = 800;

export type AutosaveHandle = {
  save: Autosave;
  change: (change: Partial<RequestFields>) => void;
  /** Saves at once what is still waiting for a pause in typing. */
  flush: () => void;
  keepMine: () => void;
  takeTheirs: () => void;
  mergedSeen: () => void;
};

/** Saves a request's fields as they are typed, a moment after the last key; keeps them on this device until the server has them. */
export function useAutosave(request: ServiceRequest, userId: string, onSaved: (request: ServiceRequest) => void): AutosaveHandle {
  const draft = `request.${userId}.${request.id}`;
  const [save, dispatch] = useReducer(step, undefined, () => begin(request, readDraft<Partial<RequestFields>>(draft)));
  const latest = useRef({ save, onSaved });
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const isSending = useRef(false);

  useEffect(() => {
    latest.current = { save, onSaved };
  });

  useEffect(() => dispatch({ type: 'arrived', request }), [request]);

  const send = useCallback(async () => {
    const { save: now } = latest.current;
    if (isSending.current || now.state === 'conflict' || unsaved(now).length === 0) {
      return;
    }
    isSending.current = true;
    const sent = now.typed;
    dispatch({ type: 'saving' });
    try {
      const saved = await saveRequest(request.id, now.version, sent);
      dispatch({ type: 'saved', request: saved, sent });
      latest.current.onSaved(saved);
    } catch (error) {
      const theirs = isRefusal(error, 'record.changed_meanwhile') ? (error.problem.current as ServiceRequest | undefined) : undefined;
      dispatch(theirs === undefined ? { type: 'refused', refusal: error } : { type: 'stale', request: theirs });
    } finally {
      isSending.current = false;
    }
  }, [request.id]);

  // A pause in typing saves; so does what is left over when a save or a merge is done.
  const waiting = unsaved(save);
  useEffect(() => {
    if (waiting.length === 0) {
      dropDraft(draft);
      return undefined;
    }
    keepDraft(draft, Object.fromEntries(waiting.map((name) => [name, save.typed[name]])));
    if (save.state !== 'typing') {
      return undefined;
    }
    timer.current = setTimeout(() => void send(), pause);
    return () => clearTimeout(timer.current ?? undefined);
    // `waiting` is made of `save`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [save, draft, send]);

  // A lost line that comes back saves what was refused meanwhile.
  useEffect(() => {
    const again = (): void => void send();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [send]);

  // Leaving the page does not wait for the pause.
  useEffect(() => () => void send(), [send]);

  return {
    save,
    change: useCallback((change) => dispatch({ type: 'typed', change }), []),
    flush: useCallback(() => void send(), [send]),
    keepMine: useCallback(() => dispatch({ type: 'keepMine' }), []),
    takeTheirs: useCallback(() => dispatch({ type: 'takeTheirs' }), []),
    mergedSeen: useCallback(() => dispatch({ type: 'mergedSeen' }), []),
  };
}
