/** What was typed and not yet saved, kept on this device until the server has it: a reload, a crash or a lost line loses nothing. */
const prefix = 'santral.draft';

export function keepDraft(of: string, value: unknown): void {
  try {
    localStorage.setItem(`${prefix}.${of}`, JSON.stringify(value));
  } catch {
    // A full or forbidden store only takes away the second net; the text is still on screen.
  }
}

export function readDraft<T>(of: string): T | null {
  try {
    const kept = localStorage.getItem(`${prefix}.${of}`);
    return kept === null ? null : (JSON.parse(kept) as T);
  } catch {
    return null;
  }
}

export function dropDraft(of: string): void {
  try {
    localStorage.removeItem(`${prefix}.${of}`);
  } catch {
    // Nothing was kept, so nothing is left.
  }
}
