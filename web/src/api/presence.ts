import { live } from './live';

export type PresentPerson = { id: string; name: string; types: boolean; since: string };
export type RecordPresence = { record: string; order: number; people: readonly PresentPerson[] };

/** A page says that it is still there before the server takes it for gone (75 s), and that somebody types before that ends (8 s). */
const lookEvery = 30_000;
const watchEvery = 60_000;
const typeEvery = 3_000;

type Look = { shown: number; timer: ReturnType<typeof setInterval>; typedAt: number };

/** Who is on the records of this page, and what this page says of itself. One for the whole tab. */
export class Presences {
  private readonly known = new Map<string, RecordPresence>();
  private readonly listeners = new Set<() => void>();
  private readonly looks = new Map<string, Look>();
  private readonly lists = new Map<symbol, readonly string[]>();
  private watchTimer: ReturnType<typeof setInterval> | null = null;

  constructor(private readonly line: Pick<typeof live, 'on' | 'onState' | 'state' | 'invoke'> = live) {
    line.on<RecordPresence>('presence', (presence) => this.take(presence), () => undefined);
    line.onState(() => {
      if (line.state === 'on') {
        // The server counts versions of what it remembers, and a new connection is nowhere yet.
        this.known.clear();
        this.looks.forEach((_, record) => this.look(record, false));
        this.watch();
      }
    });
  }

  /** This page shows the record until the returned function is called. */
  enter(record: string): () => void {
    const here = this.looks.get(record);
    if (here === undefined) {
      this.looks.set(record, { shown: 1, timer: setInterval(() => this.look(record, false), lookEvery), typedAt: 0 });
      this.look(record, false);
    } else {
      here.shown += 1;
    }
    return () => this.leave(record);
  }

  /** A key was pressed on the record. */
  typed(record: string): void {
    const here = this.looks.get(record);
    if (here !== undefined && Date.now() - here.typedAt > typeEvery) {
      here.typedAt = Date.now();
      this.look(record, true);
    }
  }

  /** A list shows these records until the returned function is called. */
  list(records: readonly string[]): () => void {
    const list = Symbol('list');
    this.lists.set(list, records);
    this.watch();
    this.watchTimer ??= setInterval(() => this.watch(), watchEvery);
    return () => {
      this.lists.delete(list);
      if (this.lists.size === 0 && this.watchTimer !== null) {
        clearInterval(this.watchTimer);
        this.watchTimer = null;
      }
    };
  }

  on(record: string): readonly PresentPerson[] {
    return this.known.get(record)?.people ?? nobody;
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private leave(record: string): void {
    const here = this.looks.get(record);
    if (here === undefined) {
      return;
    }
    here.shown -= 1;
    if (here.shown === 0) {
      clearInterval(here.timer);
      this.looks.delete(record);
      this.say('LeaveRecord', record);
    }
  }

  private look(record: string, types: boolean): void {
    this.say<RecordPresence>('LookAt', record, types)?.then((presence) => this.take(presence), () => undefined);
  }

  private watch(): void {
    const records = [...new Set([...this.lists.values()].flat())].slice(0, 500);
    if (records.length > 0) {
      this.say<RecordPresence[]>('WatchRecords', records)?.then((all) => all.forEach((presence) => this.take(presence)), () => undefined);
    }
  }

  private say<Answer>(method: string, ...args: unknown[]): Promise<Answer> | null {
    if (this.line.state !== 'on') {
      return null;
    }
    const answer = this.line.invoke<Answer>(method, ...args);
    answer.catch(() => undefined);
    return answer;
  }

  private take(presence: RecordPresence | undefined): void {
    if (presence?.record === undefined || presence.order <= (this.known.get(presence.record)?.order ?? 0)) {
      return;
    }
    this.known.set(presence.record, presence);
    this.listeners.forEach((listener) => listener());
  }
}

const nobody: readonly PresentPerson[] = [];

export const presences = new Presences();
