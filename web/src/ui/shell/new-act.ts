import { createContext, useContext } from 'react';

/** The act behind `N`; null for people who may not open requests. Set once for the whole signed-in app. */
export const NewAct = createContext<(() => void) | null>(null);

export function useNewRequestAct(): (() => void) | null {
  return useContext(NewAct);
}
