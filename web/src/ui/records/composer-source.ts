import { createContext } from 'react';
import type { ComposerAssist } from './composer';

/** Where a sign stands in a text and what was typed after it. */
export type SignedWords = { from: number; to: number; words: string };

/** Something else that can be put into a text behind a sign of its own; given by the app around the composer. */
export type ComposerSourceValue = {
  /** `??`; empty when there is none. */
  sign: string;
  /** Key of its word. */
  label: string;
  useAssist: (about: string, asked: SignedWords | null, onTake: (text: string) => void) => ComposerAssist | undefined;
};

export const ComposerSource = createContext<ComposerSourceValue>({ sign: '', label: '', useAssist: () => undefined });
