import { useEffect, useRef } from 'react';

type Composer = (text: string) => void;

const composers = new Map<string, Composer>();

/** Puts a text into the note that is being written on a request; false when none is on screen. */
export function insertIntoNote(requestId: string, text: string): boolean {
  const insert = composers.get(requestId);
  insert?.(text);
  return insert !== undefined;
}

/** A note's composer takes texts of others: of an article, of a script. */
export function useNoteInserts(requestId: string, insert: Composer): void {
  const latest = useRef(insert);
  useEffect(() => {
    latest.current = insert;
  });
  useEffect(() => {
    const own: Composer = (text) => latest.current(text);
    composers.set(requestId, own);
    return () => {
      if (composers.get(requestId) === own) {
        composers.delete(requestId);
      }
    };
  }, [requestId]);
}
