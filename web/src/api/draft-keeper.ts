import type { components } from './schema';
import { send } from './client';
import { isRefusal } from './refusal';

type Card = components['schemas']['ReadDraftDraftCard'];

/** What was typed elsewhere or before, with the version of the record it was typed over. */
export type KeptText<T> = { value: T; baseVersion: number | null; savedAt: string };

/** A text that another device's newer one replaced. */
export type OlderText<T> = KeptText<T> & { id: string };

/** `waiting` until the server has it, `here` when only this device could keep it. */
export type KeepState = 'nothing' | 'waiting' | 'kept' | 'here';

type Local = { value: unknown; baseVersion: number | null; at: string; known: number };

const pause = 700;
const prefix = 'santral.draft';

/** This page, among all the pages and devices of its person. */
export const thisPage = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Keeps one draft: on this device at once, on the server a moment after the last key. It lives outside the screen, so that what is typed
 * last is kept although the screen is gone.
 */
export class DraftKeeper<T> {
  state: KeepState = 'nothing';
  savedAt: string | null = null;
  older: readonly OlderText<T>[] = [];

  private readonly listeners = new Set<() => void>();
  private readonly store: string;
  private version = 0;
  private edit = 0;
  private pending: Local | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private sending: Promise<void> = Promise.resolve();

  constructor(
    readonly key: string,
    userId: string,
  ) {
    this.store = `${prefix}.${userId}.${key}`;
  }

  /** Reads what is kept: the newer of this device's unsent text and the server's. */
  async open(): Promise<KeptText<T> | null> {
    const local = this.readLocal();
    let card: Card | undefined;
    try {
      card = await send<Card | undefined>('GET', `/api/drafts/${this.key}`);
    } catch {
      this.tell(local === null ? 'nothing' : 'here');
      return local === null ? null : kept<T>(local);
    }
    this.version = card?.version ?? 0;
    this.older = (card?.older ?? []).flatMap((text) => parsed<T>(text.body).map((value) => ({ id: text.id, value, baseVersion: text.baseVersion ?? null, savedAt: text.savedAt })));
    const [value] = parsed<T>(card?.body ?? null);
    const there = value === undefined ? null : { value, baseVersion: card?.baseVersion ?? null, savedAt: card?.savedAt ?? new Date().toISOString() };
    if (local !== null && (there === null || local.at > there.savedAt)) {
      this.pending = local;
      void this.flush();
      return kept<T>(local);
    }
    this.dropLocal();
    this.savedAt = there?.savedAt ?? null;
    this.tell(there === null ? 'nothing' : 'kept');
    return there;
  }

  /** Something was typed; the server gets it when nothing more was for a while. */
  keep(value: T, baseVersion: number | null = null, wait = pause): void {
    this.pending = { value, baseVersion, at: new Date().toISOString(), known: this.version };
    this.writeLocal(this.pending);
    this.tell('waiting');
    clearTimeout(this.timer ?? undefined);
    this.timer = setTimeout(() => void this.flush(), wait);
  }

  /** Sends what still waits; a page that is being closed sends it behind itself. */
  async flush(isClosing = false): Promise<void> {
    clearTimeout(this.timer ?? undefined);
    const waiting = this.pending;
    if (waiting === null) {
      return this.sending;
    }
    this.pending = null;
    const sent = isClosing ? this.put(waiting, true) : this.sending.then(async () => this.put(waiting, false));
    this.sending = sent;
    return sent;
  }

  /** It was saved or thrown away. */
  async clear(): Promise<void> {
    clearTimeout(this.timer ?? undefined);
    this.pending = null;
    this.dropLocal();
    this.savedAt = null;
    this.tell('nothing');
    await this.sending;
    if (this.version > 0) {
      const version = this.version;
      this.version = 0;
      await send('DELETE', `/api/drafts/${this.key}?version=${version}&device=${thisPage}`).catch(() => undefined);
    }
    if (this.pending === null) {
      this.dropLocal();
      this.savedAt = null;
      this.tell('nothing');
    }
  }

  async dropOlder(id: string): Promise<void> {
    this.older = this.older.filter((text) => text.id !== id);
    this.tell(this.state);
    await send('DELETE', `/api/drafts/${this.key}/older/${id}`).catch(() => undefined);
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  get isTyping(): boolean {
    return this.pending !== null;
  }

  private async put(waiting: Local, isClosing: boolean): Promise<void> {
    this.edit += 1;
    const body = JSON.stringify(waiting.value);
    try {
      const answer = await send<components['schemas']['KeepDraftResponse']>(
        'PUT',
        `/api/drafts/${this.key}`,
        { body, device: thisPage, edit: this.edit, knownVersion: this.version, ...(waiting.baseVersion === null ? {} : { baseVersion: waiting.baseVersion }) },
        {},
        // Browsers carry little behind a closed page; a longer text stays on the device.
        isClosing && body.length < 20_000,
      );
      this.version = answer.version;
      this.savedAt = answer.savedAt;
      if (answer.setAside != null) {
        await this.readOlder();
      }
      if (this.pending === null) {
        this.dropLocal();
        this.tell('kept');
      }
    } catch (error) {
      if (this.pending === null && !(isRefusal(error) && error.status >= 400 && error.status < 500)) {
        this.pending = waiting;
      }
      this.tell('here');
    }
  }

  private async readOlder(): Promise<void> {
    const card = await send<Card | undefined>('GET', `/api/drafts/${this.key}`).catch(() => undefined);
    this.older = (card?.older ?? []).flatMap((text) => parsed<T>(text.body).map((value) => ({ id: text.id, value, baseVersion: text.baseVersion ?? null, savedAt: text.savedAt })));
  }

  private tell(state: KeepState): void {
    this.state = state;
    this.listeners.forEach((listener) => listener());
  }

  private readLocal(): Local | null {
    try {
      const stored = localStorage.getItem(this.store);
      return stored === null ? null : (JSON.parse(stored) as Local);
    } catch {
      return null;
    }
  }

  private writeLocal(local: Local): void {
    try {
      localStorage.setItem(this.store, JSON.stringify(local));
    } catch {
      // A full or forbidden store only takes away the second net; the server has the text in a moment.
    }
  }

  private dropLocal(): void {
    try {
      localStorage.removeItem(this.store);
    } catch {
      // Nothing was kept, so nothing is left.
    }
  }
}

function kept<T>(local: Local): KeptText<T> {
  return { value: local.value as T, baseVersion: local.baseVersion, savedAt: local.at };
}

function parsed<T>(body: string | null): T[] {
  try {
    return body === null ? [] : [JSON.parse(body) as T];
  } catch {
    return [];
  }
}
