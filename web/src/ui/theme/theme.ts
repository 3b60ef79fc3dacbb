import { useSyncExternalStore } from 'react';

export type ThemeChoice = 'light' | 'dark' | 'system';
export type Scheme = 'light' | 'dark';

// The same key is read by public/theme.js before the first paint.
const storageKey = 'santral.theme';
const listeners = new Set<() => void>();
let choice: ThemeChoice = stored();

function stored(): ThemeChoice {
  try {
    const value = localStorage.getItem(storageKey);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}

function systemIsDark(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches;
}

export function schemeOf(theme: ThemeChoice): Scheme {
  return theme === 'system' ? (systemIsDark() ? 'dark' : 'light') : theme;
}

function apply(): void {
  document.documentElement.dataset.theme = schemeOf(choice);
  listeners.forEach((listener) => listener());
}

/** Changes the look at once; the caller saves it to the user's account. */
export function setTheme(next: ThemeChoice): void {
  choice = next;
  try {
    if (next === 'system') {
      localStorage.removeItem(storageKey);
    } else {
      localStorage.setItem(storageKey, next);
    }
  } catch {
    // Private windows may refuse storage; the choice then lasts as long as the page.
  }
  apply();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const media = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined;
  media?.addEventListener('change', apply);
  return () => {
    listeners.delete(listener);
    media?.removeEventListener('change', apply);
  };
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, () => choice);
}

export function useScheme(): Scheme {
  return useSyncExternalStore(subscribe, () => schemeOf(choice));
}
