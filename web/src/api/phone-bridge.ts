import { useSyncExternalStore } from 'react';

/** A screen that is not the phone wants one: a supervisor listens without being available for calls. */
let wished = false;
let ready = false;
const listeners = new Set<() => void>();
const tell = (): void => listeners.forEach((listener) => listener());

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Keeps the phone open whatever the presence says, or lets it follow the presence again. */
export function wishPhone(on: boolean): void {
  if (wished !== on) {
    wished = on;
    tell();
  }
}

export function usePhoneWished(): boolean {
  return useSyncExternalStore(subscribe, () => wished);
}

/** Told by the phone: the server can ring this person somewhere. */
export function tellPhoneReady(on: boolean): void {
  if (ready !== on) {
    ready = on;
    tell();
  }
}

/** Ends when there is a phone; false when none came in time. */
export function untilPhoneReady(within = 15_000): Promise<boolean> {
  return new Promise((resolve) => {
    if (ready) {
      resolve(true);
      return;
    }
    const end = (came: boolean): void => {
      clearTimeout(timer);
      stop();
      resolve(came);
    };
    const timer = setTimeout(() => end(false), within);
    const stop = subscribe(() => {
      if (ready) {
        end(true);
      }
    });
  });
}
