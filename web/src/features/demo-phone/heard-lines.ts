import type { DemoHeard } from './demo-types';

export type HeardLine = { at: string; second: number; kind: 'said' | 'key'; text: string; options: { key: string; text: string }[] };

/** Keys pressed in one go stand together. */
const pause = 4000;

/** Lines as they are drawn: seconds since the first one, keys in one go as one line. */
export function linesOf(heard: readonly DemoHeard[]): HeardLine[] {
  const start = heard[0] === undefined ? 0 : Date.parse(heard[0].at);
  let last = 0;
  return heard.reduce<HeardLine[]>((lines, one) => {
    const at = Date.parse(one.at);
    const before = lines.at(-1);
    const isSameGo = one.kind === 'key' && before?.kind === 'key' && at - last < pause;
    last = at;
    if (isSameGo) {
      return [...lines.slice(0, -1), { ...before, text: before.text + one.text }];
    }
    return [...lines, { at: one.at, second: Math.max(0, (at - start) / 1000), kind: one.kind === 'key' ? 'key' : 'said', text: one.text, options: one.options ?? [] }];
  }, []);
}
