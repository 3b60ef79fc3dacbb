import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { GivenAnswer, Reading } from '../knowledge-types';
import { followReading, openReading, type Opening } from '../use-knowledge';

export type ReadingHandle = {
  reading: Reading | null;
  /** Answers as pressed; the server's copy follows. */
  answers: readonly GivenAnswer[];
  open: (articleId: string, opening?: Omit<Opening, 'requestId'>) => void;
  answer: (answers: GivenAnswer[]) => void;
  helped: (helped: boolean) => void;
  close: () => void;
  isOpening: boolean;
  error: unknown;
};

/** One open article: begun or taken up again, each answer kept on the server, the time spent told when it is left. */
export function useReading(requestId: string | undefined): ReadingHandle {
  const queries = useQueryClient();
  const [reading, setReading] = useState<Reading | null>(null);
  const [answers, setAnswers] = useState<readonly GivenAnswer[]>([]);
  const [error, setError] = useState<unknown>(null);
  const since = useRef(0);
  const current = useRef<string | null>(null);
  // One after another: a slower answer must not come after a later one.
  const line = useRef<Promise<unknown>>(Promise.resolve());

  const tell = useCallback((body: { answers?: GivenAnswer[]; helped?: boolean }) => {
    const id = current.current;
    if (id === null) {
      return;
    }
    const seconds = Math.min(28_800, Math.round((Date.now() - since.current) / 1000));
    line.current = line.current
      .then(() => followReading(id, { ...body, seconds }))
      .then(
        (now) => {
          setError(null);
          setReading((shown) => (shown?.id === id ? now : shown));
        },
        (refusal: unknown) => setError(refusal),
      );
  }, []);

  const { mutate, isPending } = useMutation({
    mutationFn: ({ articleId, opening }: { articleId: string; opening: Opening }) => openReading(articleId, opening),
    onMutate: () => setError(null),
    onSuccess: (opened) => {
      current.current = opened.id;
      since.current = Date.now();
      setReading(opened);
      setAnswers(opened.answers);
      void queries.invalidateQueries({ queryKey: ['knowledge', 'use', opened.article.id] });
    },
    onError: setError,
  });

  const close = useCallback(() => {
    tell({});
    current.current = null;
    setReading(null);
    setAnswers([]);
  }, [tell]);

  // Leaving the page tells the time as well.
  useEffect(() => () => tell({}), [tell]);

  return {
    reading,
    answers,
    open: useCallback((articleId, opening = {}) => mutate({ articleId, opening: { ...opening, requestId } }), [mutate, requestId]),
    answer: useCallback(
      (next) => {
        setAnswers(next);
        tell({ answers: next });
      },
      [tell],
    ),
    helped: useCallback((helped) => tell({ helped }), [tell]),
    close,
    isOpening: isPending,
    error,
  };
}
