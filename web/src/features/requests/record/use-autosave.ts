import { useCallback, useEffect, useReducer, useRef } from 'react';
import { isRefusal } from '../../../api/refusal';
import type { ServiceRequest } from '../../../api/request-types';
import { useDraft } from '../../../api/use-draft';
import { useTypingSign } from '../../../api/use-presence';
import { begin, step, unsaved, type Autosave } from './autosave';
import { keptOf, type KeptFields } from './kept-fields';
import { differences, fieldsOf, type RequestFields } from './request-fields';
import { saveRequest } from './use-request';

const pause = 800;
const patience = 4000;

export type AutosaveHandle = {
  save: Autosave;
  change: (change: Partial<RequestFields>) => void;
  /** Saves at once what is still waiting for a pause in typing. */
  flush: () => void;
  /** The same, for what must come after it. */
  flushed: () => Promise<void>;
  keepMine: () => void;
  takeTheirs: () => void;
  mergedSeen: () => void;
};

/**
 * Saves a request's fields as they are typed, a moment after the last key. What cannot be saved (no line, a conflict, a refusal) is kept
 * as a draft on this device and on the server, with what it was typed over, and comes back here or on another device.
 */
export function useAutosave(request: ServiceRequest, userId: string, onSaved: (request: ServiceRequest) => void): AutosaveHandle {
  const [save, dispatch] = useReducer(step, request, begin);
  const latest = useRef({ save, onSaved, request });
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const isSending = useRef(false);
  const typingSign = useTypingSign(`request:${request.id}`);
  const { keeper } = useDraft<KeptFields>(`request:${request.id}:form`, userId, (kept, draft) => {
    const now = latest.current.request;
    if (kept === null) {
      return;
    }
    if (differences(fieldsOf(now), { ...fieldsOf(now), ...kept.value.fields }).length === 0) {
      // Saved since, here or elsewhere.
      void draft.clear();
    } else {
      dispatch({ type: 'restored', kept: kept.value, request: now });
    }
  });

  useEffect(() => {
    latest.current = { save, onSaved, request };
  });

  useEffect(() => dispatch({ type: 'arrived', request }), [request]);

  const send = useCallback(
    async (isClosing = false) => {
      const { save: now } = latest.current;
      if (isSending.current || now.state === 'conflict' || unsaved(now).length === 0) {
        return;
      }
      isSending.current = true;
      const sent = now.typed;
      dispatch({ type: 'saving' });
      try {
        const saved = await saveRequest(request.id, now.version, sent, isClosing);
        // The screen may be gone: what is saved must not come back as a draft.
        if (differences(latest.current.save.typed, sent).length === 0) {
          void keeper.clear();
        }
        dispatch({ type: 'saved', request: saved, sent });
        latest.current.onSaved(saved);
      } catch (error) {
        const theirs = isRefusal(error, 'record.changed_meanwhile') ? (error.problem.current as ServiceRequest | undefined) : undefined;
        dispatch(theirs === undefined ? { type: 'refused', refusal: error } : { type: 'stale', request: theirs });
      } finally {
        isSending.current = false;
      }
    },
    [request.id, keeper],
  );

  // A pause in typing saves; so does what is left over when a save or a merge is done.
  const isWaiting = unsaved(save).length > 0;
  const hasWaited = useRef(false);
  useEffect(() => {
    if (!isWaiting) {
      if (hasWaited.current) {
        hasWaited.current = false;
        void keeper.clear();
      }
      return undefined;
    }
    hasWaited.current = true;
    if (save.state !== 'saving') {
      // What is about to be saved needs no draft on the server; what waits for the person does.
      keeper.keep(keptOf(save.base, save.typed), save.version, save.state === 'typing' ? patience : pause);
    }
    if (save.state !== 'typing') {
      return undefined;
    }
    timer.current = setTimeout(() => void send(), pause);
    return () => clearTimeout(timer.current ?? undefined);
  }, [save, isWaiting, keeper, send]);

  // A lost line that comes back saves what was refused meanwhile; a page that is closed does not wait for the pause.
  useEffect(() => {
    const again = (): void => void send();
    const closing = (): void => void send(true);
    addEventListener('online', again);
    addEventListener('pagehide', closing);
    return () => {
      removeEventListener('online', again);
      removeEventListener('pagehide', closing);
      void send();
    };
  }, [send]);

  return {
    save,
    change: useCallback(
      (change) => {
        dispatch({ type: 'typed', change });
        typingSign();
      },
      [typingSign],
    ),
    flush: useCallback(() => void send(), [send]),
    flushed: useCallback(async () => send(), [send]),
    keepMine: useCallback(() => dispatch({ type: 'keepMine' }), []),
    takeTheirs: useCallback(() => dispatch({ type: 'takeTheirs' }), []),
    mergedSeen: useCallback(() => dispatch({ type: 'mergedSeen' }), []),
  };
}
