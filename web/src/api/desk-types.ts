import type { components } from './schema';

type Schemas = components['schemas'];

export type PresenceState = Schemas['PresenceState'];
export type Presence = Schemas['DeskPresence'];
/** Where calls ring: nowhere, in a browser or on a desk phone. */
export type PhoneState = Schemas['DeskPhone'];
export type CallerClass = Schemas['CallerClass'];
/** One step of the caller's way through the menus. */
export type MenuStep = Schemas['MenuStep'];
/** The offered, live or just ended call. Candidates are hints, never identification. */
export type DeskCall = Schemas['DeskCallNow'];
export type TeamFigures = Schemas['TeamFigures'];
export type DeskSnapshot = Schemas['DeskSnapshot'];
/** What the live news tell of one agent: who he is to the queues, where he rings and what he is in. */
export type DeskState = Pick<DeskSnapshot, 'presence' | 'phone' | 'call' | 'callback'>;
/** A promise to call back that rings at the desk. */
export type DeskCallback = Schemas['DeskCallback'];
/** A colleague asked about the call, or, where `isAsked`, who asks. */
export type DeskConsult = NonNullable<DeskCall['consult']>;
export type ConsultAct = 'complete' | 'swap' | 'join' | 'end';
export type Outcome = Schemas['CallOutcome'];
/** What an agent may say came of a call, in his team's words. */
export type DispositionChoice = Schemas['DispositionChoice'];
export type FaultKind = NonNullable<Schemas['FaultKind']>;
export type TechnicalNext = Schemas['TechnicalNext'];
/** People and teams that the caller can be sent to. */
export type TransferTargets = Schemas['ListTargetsResponse'];
export type DeskVerification = Schemas['DeskVerification'];
export type CallCommand = 'verify' | 'take-back' | 'answer' | 'reject' | 'hold' | 'resume' | 'mute' | 'unmute' | 'hang-up' | 'recording/start' | 'recording/pause' | 'recording/resume';
