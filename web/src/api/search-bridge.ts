import { useEffect, type RefObject } from 'react';

const boxes = new Map<string, HTMLInputElement>();

/** Puts the cursor into the knowledge search beside a request; false when there is none on screen. */
export function goToKnowledgeSearch(requestId: string): boolean {
  const box = boxes.get(requestId);
  box?.focus();
  return box !== undefined;
}

/** The search box beside a request can be reached from its record. */
export function useSearchGoal(requestId: string | undefined, input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const box = input.current;
    if (requestId === undefined || box === null) {
      return undefined;
    }
    boxes.set(requestId, box);
    return () => {
      if (boxes.get(requestId) === box) {
        boxes.delete(requestId);
      }
    };
  }, [requestId, input]);
}
