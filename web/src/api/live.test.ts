import type { HubConnection } from '@microsoft/signalr';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Live } from './live';

type Line = { connection: HubConnection; starts: () => number; close: () => void };

/** A hub connection that starts when `isUp` and can be closed by the server. */
function line(isUp: () => boolean): Line {
  let starts = 0;
  let onClose: () => void = () => undefined;
  const connection = {
    on: () => undefined,
    onreconnecting: () => undefined,
    onreconnected: () => undefined,
    onclose: (listener: () => void) => {
      onClose = listener;
    },
    start: async () => {
      starts += 1;
      await Promise.resolve();
      if (!isUp()) {
        throw new Error('down');
      }
    },
    stop: async () => Promise.resolve(),
  } as unknown as HubConnection;
  return { connection, starts: () => starts, close: () => onClose() };
}

describe('the live connection', () => {
  afterEach(() => vi.useRealTimers());

  it('is opened again when the server closed it, and the state is read afresh', async () => {
    vi.useFakeTimers();
    const one = line(() => true);
    const live = new Live('/hub', async () => Promise.resolve(one.connection));
    const onGap = vi.fn();
    live.on('desk', () => undefined, onGap);
    live.open();
    await vi.advanceTimersByTimeAsync(0);
    expect(live.state).toBe('on');

    one.close();
    expect(live.state).toBe('lost');
    await vi.advanceTimersByTimeAsync(10_000);

    expect(live.state).toBe('on');
    expect(one.starts()).toBe(2);
    expect(onGap).toHaveBeenCalledTimes(2);
  });

  it('is tried again when its code could not be fetched', async () => {
    vi.useFakeTimers();
    const one = line(() => true);
    const build = vi.fn().mockRejectedValueOnce(new Error('chunk')).mockResolvedValue(one.connection);
    const live = new Live('/hub', build as () => Promise<HubConnection>);
    live.open();
    await vi.advanceTimersByTimeAsync(0);
    expect(live.state).toBe('lost');

    await vi.advanceTimersByTimeAsync(10_000);

    expect(live.state).toBe('on');
  });

  it('stays closed when nobody wants it any more', async () => {
    vi.useFakeTimers();
    const one = line(() => true);
    const live = new Live('/hub', async () => Promise.resolve(one.connection));
    const close = live.open();
    await vi.advanceTimersByTimeAsync(0);

    close();
    one.close();
    await vi.advanceTimersByTimeAsync(60_000);

    expect(live.state).toBe('off');
    expect(one.starts()).toBe(1);
  });
});

describe('live news', () => {
  it('hands on what follows without a gap', () => {
    const live = new Live();
    const onNews = vi.fn();
    const onGap = vi.fn();
    live.on('desk', onNews, onGap);
    live.receive({ topic: 'desk', version: 7, payload: 'a' });
    live.receive({ topic: 'desk', version: 8, payload: 'b' });
    expect(onNews.mock.calls).toEqual([['a', 7], ['b', 8]]);
    expect(onGap).not.toHaveBeenCalled();
  });

  it('asks for the present state when a version is missing', () => {
    const live = new Live();
    const onGap = vi.fn();
    live.on('desk', () => undefined, onGap);
    live.receive({ topic: 'desk', version: 1, payload: 'a' });
    live.receive({ topic: 'desk', version: 3, payload: 'c' });
    expect(onGap).toHaveBeenCalledTimes(1);
  });

  it('drops what is older than what was seen', () => {
    const live = new Live();
    const onNews = vi.fn();
    live.on('desk', onNews, () => undefined);
    live.receive({ topic: 'desk', version: 2, payload: 'b' });
    live.receive({ topic: 'desk', version: 1, payload: 'a' });
    live.receive({ topic: 'desk', version: 2, payload: 'b' });
    expect(onNews).toHaveBeenCalledTimes(1);
  });

  it('counts each topic on its own', () => {
    const live = new Live();
    const onGap = vi.fn();
    live.on('desk', () => undefined, onGap);
    live.on('teams', () => undefined, onGap);
    live.receive({ topic: 'desk', version: 1, payload: '' });
    live.receive({ topic: 'teams', version: 40, payload: '' });
    live.receive({ topic: 'desk', version: 2, payload: '' });
    expect(onGap).not.toHaveBeenCalled();
  });
});
