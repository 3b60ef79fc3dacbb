import { createContext, createElement, useContext, type ComponentType, type ReactElement } from 'react';
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

/** The due time as the clocks draw it; nothing without them. */
export function DueMark(props: DueMarkProps): ReactElement | null {
  const slot = useContext(DueMarkSlot);
  return slot === null ? null : createElement(slot, props);
}
