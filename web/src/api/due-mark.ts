import { createContext, useContext, type ComponentType } from 'react';
import type { ClockFace } from './clock-types';

export type DueMarkProps = {
  face: ClockFace | null | undefined;
  /** Makes it a button that explains the due time of this request. */
  requestId?: string;
  /** For narrow places: one unit of time only. */
  short?: boolean;
};

/** Lists and heads of other features draw due times with what the clocks put here; without it they draw none. */
export const DueMarkSlot = createContext<ComponentType<DueMarkProps> | null>(null);

const Nothing: ComponentType<DueMarkProps> = () => null;

export function useDueMark(): ComponentType<DueMarkProps> {
  return useContext(DueMarkSlot) ?? Nothing;
}
