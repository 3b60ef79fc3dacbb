import type { HubConnection } from '@microsoft/signalr';
import { send } from './client';

/** One piece of news from the server. Versions count per topic, without gaps. */
export type News<Payload = unknown> = { topic: string; version: number; payload: Payload };

export type LiveState = 'off' | 'connecting' | 'on' | 'lost';

type TopicListener = { onNews: (payload: unknown, version: number) => void; onGap: () => void };

/** Notices what was missed: the first news after a start is taken, a jump means that something was lost. */
export class VersionWatch {
  private readonly seen = new Map<string, number>();

  /** `stale` is to be dropped, `gap` is to be taken after fetching afresh. */
  judge(topic: string, version: number): 'next' | 'gap' | 'stale' {
    const last = this.seen.get(topic);
    if (last !== undefined && version <= last) {
      return 'stale';
    }
    this.seen.set(topic, version);
    return last === undefined || version === last + 1 ? 'next' : 'gap';
  }

  forget(): void {
    this.seen.clear();
  }
}

/** The connection to `/hubs/agent`. SignalR itself is fetched at the first start. */
export class Live {
  private readonly topics = new Map<string, Set<TopicListener>>();
  private readonly states = new Set<() => void>();
  private readonly versions = new VersionWatch();
  private connection: HubConnection | undefined;
  private wanted = 0;
  private current: LiveState = 'off';

  constructor(
    private readonly url = '/hubs/agent',
    private readonly build = buildConnection,
  ) {}

  get state(): LiveState {
    return this.current;
  }

  /** Keeps the connection open until the returned function is called. */
  open(): () => void {
    this.wanted += 1;
    if (this.wanted === 1) {
      void this.start();
    }
    return () => {
      this.wanted -= 1;
      if (this.wanted === 0) {
        void this.connection?.stop();
        this.connection = undefined;
        this.forget();
        this.set('off');
      }
    };
  }

  /** News of one topic. `onGap` must fetch the present state: after a reconnect and when a version is missing. */
  on<Payload>(topic: string, onNews: (payload: Payload, version: number) => void, onGap: () => void): () => void {
    const listener: TopicListener = { onNews: onNews as TopicListener['onNews'], onGap };
    const listeners = this.topics.get(topic) ?? new Set();
    listeners.add(listener);
    this.topics.set(topic, listeners);
    return () => listeners.delete(listener);
  }

  onState(listener: () => void): () => void {
    this.states.add(listener);
    return () => this.states.delete(listener);
  }

  /** Calls a method of the hub. */
  async invoke<Answer>(method: string, ...args: unknown[]): Promise<Answer> {
    if (this.connection === undefined || this.current !== 'on') {
      throw new Error('The live connection is not open.');
    }
    return this.connection.invoke<Answer>(method, ...args);
  }

  /** The one way in for news; public for tests. */
  receive(news: News): void {
    // News to this connection alone is not counted.
    const verdict = news.version === 0 ? 'next' : this.versions.judge(news.topic, news.version);
    if (verdict === 'stale') {
      return;
    }
    for (const listener of this.topics.get(news.topic) ?? []) {
      if (verdict === 'gap') {
        listener.onGap();
      }
      listener.onNews(news.payload, news.version);
    }
  }

  /** Whatever version comes next is taken as the first. */
  forget(): void {
    this.versions.forget();
  }

  private async start(attempt = 0): Promise<void> {
    this.set(attempt === 0 ? 'connecting' : 'lost');
    let connection: HubConnection;
    try {
      connection = await this.build(this.url);
    } catch {
      // The code of SignalR did not come: a lost line or a new version of the app.
      this.set('lost');
      this.later(attempt, () => this.wanted > 0 && this.connection === undefined && void this.start(attempt + 1));
      return;
    }
    if (this.wanted === 0 || this.connection !== undefined) {
      return;
    }
    this.connection = connection;
    connection.on('news', (news: News) => this.receive(news));
    connection.onreconnecting(() => this.set('lost'));
    connection.onreconnected(() => this.resumed());
    // The server closed it for good (the session behind it ended, the server restarts): SignalR does not try again, so we do.
    connection.onclose(() => this.again(connection, 0));
    await this.connect(connection, 0);
  }

  // The first connection has no automatic retry in SignalR.
  private async connect(connection: HubConnection, attempt: number): Promise<void> {
    if (this.connection !== connection) {
      return;
    }
    try {
      await connection.start();
      if (this.connection === connection) {
        this.resumed();
      }
    } catch {
      this.again(connection, attempt);
    }
  }

  private again(connection: HubConnection, attempt: number): void {
    if (this.connection !== connection) {
      return;
    }
    this.set('lost');
    if (attempt > 0) {
      // Refused because nobody is signed in any more? The answer leads to the sign-in page.
      send('GET', '/api/me').catch(() => undefined);
    }
    this.later(attempt, () => void this.connect(connection, attempt + 1));
  }

  private later(attempt: number, run: () => void): void {
    setTimeout(run, retryAfter(attempt));
  }

  private resumed(): void {
    this.forget();
    this.set('on');
    this.topics.forEach((listeners) => listeners.forEach((listener) => listener.onGap()));
  }

  private set(state: LiveState): void {
    this.current = state;
    this.states.forEach((listener) => listener());
  }
}

const longestRetry = 10_000;

async function buildConnection(url: string): Promise<HubConnection> {
  const { HubConnectionBuilder, LogLevel } = await import('@microsoft/signalr');
  return new HubConnectionBuilder()
    .withUrl(url)
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: ({ previousRetryCount }) => retryAfter(previousRetryCount) })
    .configureLogging(LogLevel.None)
    .build();
}

function retryAfter(attempt: number): number {
  return Math.min(longestRetry, 250 * 2 ** attempt);
}

/** The one connection of this tab. */
export const live = new Live();
