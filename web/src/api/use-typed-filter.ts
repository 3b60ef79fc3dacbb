import { useEffect, useState } from 'react';
import { useNavigation, useSearchParams } from 'react-router';

const pause = 250;

/**
 * A filter that is typed and kept in the page's address: what stands in its box, what the address asks for, and how to type.
 * The address follows when typing rests. Back and forward change the box. While another page is being opened nothing follows: it would call that off.
 */
export function useTypedFilter(name: string): { typed: string; asked: string; setTyped: (text: string) => void } {
  const [search, setSearch] = useSearchParams();
  const isLeaving = useNavigation().state !== 'idle';
  const asked = search.get(name) ?? '';
  const [typed, setTyped] = useState(asked);
  const [told, setTold] = useState(asked);
  if (asked !== told) {
    setTold(asked);
    if (asked !== typed.trim()) {
      setTyped(asked);
    }
  }
  useEffect(() => {
    const text = typed.trim();
    if (text === asked || isLeaving) {
      return undefined;
    }
    const timer = setTimeout(
      () =>
        setSearch(
          (now) => {
            const next = new URLSearchParams(now);
            if (text === '') {
              next.delete(name);
            } else {
              next.set(name, text);
            }
            return next;
          },
          { replace: true },
        ),
      pause,
    );
    return () => clearTimeout(timer);
  }, [name, typed, asked, isLeaving, setSearch]);
  return { typed, asked, setTyped };
}
