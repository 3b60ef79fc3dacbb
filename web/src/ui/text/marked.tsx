import type { ReactElement, ReactNode } from 'react';
import { foldText } from './fold';
import './marked.css';

/** The typed words inside a text, marked, however they are written. Folding keeps the length of Turkish and Swedish letters. */
export function Marked({ text, typed }: { text: string; typed: string }): ReactElement {
  const folded = foldText(text);
  const words = foldText(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 || (word.length === 1 && typed.trim().length === 1));
  if (words.length === 0 || folded.length !== text.length) {
    return <>{text}</>;
  }
  const parts: ReactNode[] = [];
  let at = 0;
  for (const found of folded.matchAll(new RegExp(words.join('|'), 'gu'))) {
    parts.push(text.slice(at, found.index), <mark key={found.index}>{text.slice(found.index, found.index + found[0].length)}</mark>);
    at = found.index + found[0].length;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
