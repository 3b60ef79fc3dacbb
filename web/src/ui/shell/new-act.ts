import { createContext, useContext } from 'react';

/** The act behind `N`, with the channel of a matter that did not come by telephone; null for people who may not open requests. Set once for the whole signed-in app. */
export const NewAct = createContext<((channel?: string) => void) | null>(null);

export function useNewRequestAct(): ((channel?: string) => void) | null {
  return useContext(NewAct);
}
