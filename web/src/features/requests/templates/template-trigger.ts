import { foldText } from '../../../ui/text/fold';

/** `::` and what was typed after it, just before the caret. */
export type Trigger = { from: number; to: number; words: string };

const forms: Readonly<Record<string, RegExp>> = { '::': /(?:^|[\s(])::([^\n:]{0,40})$/, '??': /(?:^|[\s(])\?\?([^\n?]{0,60})$/ };

export function findTrigger(text: string, caret: number, sign = '::'): Trigger | null {
  const found = forms[sign]?.exec(text.slice(0, caret));
  const words = found?.[1];
  return words === undefined ? null : { from: caret - words.length - 2, to: caret, words };
}

/** Those that contain every typed word in their name; the most used first. */
export function matching<Row extends { name: string; uses: number }>(rows: readonly Row[], words: string): readonly Row[] {
  const wanted = foldText(words).split(/\s+/).filter((word) => word !== '');
  return rows.filter((row) => wanted.every((word) => foldText(row.name).includes(word)));
}

/** The text with the template where `::` stood, and where the caret goes. */
export function insertAt(text: string, trigger: Trigger, inserted: string): { text: string; caret: number } {
  return { text: text.slice(0, trigger.from) + inserted + text.slice(trigger.to), caret: trigger.from + inserted.length };
}
