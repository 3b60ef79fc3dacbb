import { describe, expect, it, vi } from 'vitest';
import { Live } from './live';

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
