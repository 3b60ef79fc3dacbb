export type DiffPart = { kind: 'same' | 'gone' | 'new'; text: string };

const most = 400;

/** Words that went and words that came, in reading order (longest common subsequence). Very long texts are shown whole. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const old = before.split(/(\s+)/);
  const now = after.split(/(\s+)/);
  if (old.length > most || now.length > most) {
    return [{ kind: 'gone', text: before }, { kind: 'new', text: after }];
  }
  const common: number[][] = Array.from({ length: old.length + 1 }, () => Array<number>(now.length + 1).fill(0));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      (common[i] as number[])[j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const parts: DiffPart[] = [];
  const add = (kind: DiffPart['kind'], text: string): void => {
    const last = parts.at(-1);
    if (last?.kind === kind) {
      last.text += text;
    } else if (text !== '') {
      parts.push({ kind, text });
    }
  };
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      add('same', old[i] ?? '');
      i += 1;
      j += 1;
    } else if (i < old.length && (j >= now.length || at(i + 1, j) >= at(i, j + 1))) {
      add('gone', old[i] ?? '');
      i += 1;
    } else {
      add('new', now[j] ?? '');
      j += 1;
    }
  }
  return parts;
}
