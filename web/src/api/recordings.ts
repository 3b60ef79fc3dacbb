import type { components } from './schema';

/** A recording as a call and a timeline show it; `mayHear`: there is something to hear, and this person may. */
export type Recording = components['schemas']['RecordingCard'];

/** Its sound; any part of it can be asked for. */
export const soundAddress = (id: string): string => `/api/recordings/${id}/audio`;
