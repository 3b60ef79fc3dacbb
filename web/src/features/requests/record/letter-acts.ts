import { createContext } from 'react';

/** A letter that came, as far as passing it on needs it. */
export type PassedOn = { id: string; subject: string };

/** What can be begun from a letter in the timeline; null where nothing may be written. */
export type LetterActs = { answer: () => void; forward: (letter: PassedOn) => void } | null;

export const LetterActsContext = createContext<LetterActs>(null);
