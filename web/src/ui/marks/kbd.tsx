import type { ReactElement } from 'react';
import './kbd.css';

const signs: Record<string, string> = { enter: '↵', escape: 'Esc', ctrl: 'Ctrl', arrowup: '↑', arrowdown: '↓', arrowleft: '←', arrowright: '→', ' ': 'Space', delete: 'Del', backspace: '⌫' };

/** A key, written as on the keyboard: `ctrl+k` becomes "Ctrl K". It is decoration; `aria-keyshortcuts` tells screen readers. */
export function Kbd({ keys }: { keys: string }): ReactElement {
  return <kbd aria-hidden="true">{keyLabel(keys)}</kbd>;
}

export function keyLabel(keys: string): string {
  return keys
    .split(/(?<=\w)\+/)
    .map((key) => signs[key] ?? (key.length === 1 ? upper(key) : key))
    .join(' ');
}

/** The form `aria-keyshortcuts` wants: Control+K. */
export function ariaKeys(keys: string): string {
  return keys
    .split(/(?<=\w)\+/)
    .map((key) => (key === 'ctrl' ? 'Control' : key.length === 1 ? upper(key) : key.charAt(0).toUpperCase() + key.slice(1)))
    .join('+');
}

// Key caps carry Latin letters, whatever the language of the page.
function upper(key: string): string {
  return key.toUpperCase();
}
