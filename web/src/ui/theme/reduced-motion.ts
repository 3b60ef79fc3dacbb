import { useSyncExternalStore } from 'react';

const question = '(prefers-reduced-motion: reduce)';

function ask(): MediaQueryList | undefined {
  // jsdom has no media.
  return typeof window.matchMedia === 'function' ? window.matchMedia(question) : undefined;
}

function subscribe(onChange: () => void): () => void {
  const query = ask();
  query?.addEventListener('change', onChange);
  return () => query?.removeEventListener('change', onChange);
}

/** The person asked the system for less movement. */
export function useReducedMotion(): boolean {
  return useSyncExternalStore(subscribe, () => ask()?.matches ?? false);
}
