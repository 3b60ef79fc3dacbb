import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { PaletteItem } from '../overlays/palette';

const sources = new Map<symbol, readonly PaletteItem[]>();
const listeners = new Set<() => void>();
let all: readonly PaletteItem[] = [];
let typed = '';

function changed(): void {
  all = [...sources.values()].flat();
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A page or a feature adds its records and acts to the palette while it is on screen. */
export function useOfferToPalette(items: readonly PaletteItem[]): void {
  const source = useRef(Symbol('palette'));
  useEffect(() => {
    const key = source.current;
    sources.set(key, items);
    changed();
    return () => {
      sources.delete(key);
      changed();
    };
  }, [items]);
}

/** What is typed in the palette, for features that look up records. */
export function usePaletteText(): string {
  return useSyncExternalStore(subscribe, () => typed);
}

/** Everything offered, for the palette itself, which reports what is typed. */
export function usePaletteItems(text: string): readonly PaletteItem[] {
  useEffect(() => {
    typed = text;
    listeners.forEach((listener) => listener());
  }, [text]);
  return useSyncExternalStore(subscribe, () => all);
}
