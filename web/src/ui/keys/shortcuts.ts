import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react';

/** One key and what it does. `key` is a letter, a sign, `enter`, `escape`, `arrowdown`… with `ctrl+` in front where needed. */
export type Shortcut = {
  key: string;
  /** Shown by the help (`?`), already translated. Without it the key works unlisted. */
  label?: string;
  /** Heading in the help, already translated. */
  group?: string;
  run: (event: KeyboardEvent) => void;
  /** Works also while a text field has the focus (keys with ctrl and Escape always do). */
  inFields?: boolean;
};

type Registration = { layer: number; isPage: boolean; shortcuts: readonly Shortcut[] };

const registrations: Registration[] = [];
const listeners = new Set<() => void>();
let snapshot: readonly Shortcut[] = [];

/** Dialogs raise the layer for their children, so keys of the page below are silent meanwhile. */
export const ShortcutLayer = createContext(0);

/** Keys of the open page go before those of the frame around it, whichever was drawn first. */
export const ShortcutPage = createContext(false);

function changed(): void {
  snapshot = active();
  listeners.forEach((listener) => listener());
}

function active(): readonly Shortcut[] {
  const top = Math.max(0, ...registrations.map((registration) => registration.layer));
  const heard = registrations.filter((registration) => registration.layer === top);
  return [...heard.filter((registration) => !registration.isPage), ...heard.filter((registration) => registration.isPage)].flatMap((registration) => registration.shortcuts);
}

/** A Turkish keyboard has ı where others have i; AltGr signs (`[`, `@`) arrive with ctrl and alt set and are plain signs to us. */
export function keyOf(event: KeyboardEvent): string {
  const altGr = event.getModifierState('AltGraph');
  const ctrl = (event.ctrlKey || event.metaKey) && !altGr ? 'ctrl+' : '';
  const alt = event.altKey && !altGr ? 'alt+' : '';
  const key = event.key === 'ı' || event.key === 'I' || event.key === 'İ' ? 'i' : event.key.toLowerCase();
  return `${ctrl}${alt}${key}`;
}

export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) {
    return false;
  }
  if (target instanceof HTMLInputElement) {
    return !['checkbox', 'radio', 'button', 'submit', 'range', 'file'].includes(target.type);
  }
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button, a[href], [role="menuitem"], [role="option"], summary') !== null;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.key === undefined) {
    return;
  }
  const key = keyOf(event);
  // Enter on a focused button presses that button, not the page's shortcut.
  if (key === 'enter' && isPressable(event.target)) {
    return;
  }
  const typing = isTextField(event.target);
  const shortcut = active().findLast((candidate) => candidate.key === key && (!typing || candidate.inFields === true || key.startsWith('ctrl+') || key === 'escape'));
  if (shortcut !== undefined) {
    event.preventDefault();
    shortcut.run(event);
  }
}

let isListening = false;

/** Keys of one part of the screen, alive while it is on screen. Where two ask for the same key, the page wins over the frame, then the newest. */
export function useShortcuts(shortcuts: readonly Shortcut[], enabled = true): void {
  const layer = useContext(ShortcutLayer);
  const isPage = useContext(ShortcutPage);
  const latest = useRef(shortcuts);
  const signature = shortcuts.map((shortcut) => `${shortcut.key}\u0000${shortcut.label ?? ''}\u0000${shortcut.group ?? ''}`).join('\u0001');

  useEffect(() => {
    latest.current = shortcuts;
  });

  useEffect(() => {
    if (!enabled) {
      return undefined;
    }
    if (!isListening) {
      document.addEventListener('keydown', onKeyDown);
      isListening = true;
    }
    const bound = latest.current.map((shortcut, index) => ({ ...shortcut, run: (event: KeyboardEvent) => latest.current[index]?.run(event) }));
    const registration = { layer, isPage, shortcuts: bound };
    registrations.push(registration);
    changed();
    return () => {
      registrations.splice(registrations.indexOf(registration), 1);
      changed();
    };
  }, [enabled, layer, isPage, signature]);
}

/** What the help shows: every listed key that would work now. */
export function useActiveShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => snapshot,
  );
}
