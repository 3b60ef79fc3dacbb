import type { CustomerSummary } from './customer-types';
import type { Names } from './names';

export type PresenceState = 'offline' | 'available' | 'away';
export type Activity = 'idle' | 'offered' | 'talking' | 'wrapUp';

export type Presence = {
  state: PresenceState;
  activity: Activity;
  reason?: string | null;
  since: string;
  /** Since when he does what he does. */
  activitySince: string;
  wrapUpUntil?: string | null;
};

/** Where calls ring: nowhere, in a browser or on a desk phone. */
export type PhoneState = { kind: 'none' | 'browser' | 'desk' };

export type CallerClass = 'knownIndividual' | 'unidentified' | 'verifiedCorporate';

/** One step of the caller's way through the menus. */
export type MenuStep = { menu: string; key?: string | null; label: Names; at: string };

export type TeamSummary = { id: string; code: string; names: Names; unit: string };

export type DeskCallState = 'offered' | 'talking' | 'onHold' | 'ended';

export type DeskCall = {
  callId: string;
  state: DeskCallState;
  unit: string;
  calledNumber: string;
  callingNumber?: string | null;
  class: CallerClass;
  customer?: CustomerSummary | null;
  /** Who has this number: hints, never identification. */
  candidates: CustomerSummary[];
  language: string;
  menuPath: MenuStep[];
  team: TeamSummary;
  waitedSeconds: number;
  arrivedAt: string;
  ringsUntil?: string | null;
  connectedAt?: string | null;
  endedAt?: string | null;
  muted: boolean;
  /** Asked for a customers' service without being identified. */
  unverified: boolean;
};

export type TeamFigures = {
  teamId: string;
  code: string;
  names: Names;
  unit: string;
  waiting: number;
  longestWaitSince?: string | null;
  serviceLevelPercent?: number | null;
  agentsReady: number;
  agentsTalking: number;
};

/** What the live news tell of one agent: who he is to the queues, where he rings and what he is in. */
export type DeskState = { presence: Presence; phone: PhoneState; call: DeskCall | null };

export type DeskToday = { answered: number; averageTalkSeconds: number };

export type DeskSnapshot = DeskState & { teams: TeamFigures[]; today: DeskToday };

export type Disposition = 'resolved' | 'followUp' | 'noAction';

export type CallCommand = 'answer' | 'reject' | 'hold' | 'resume' | 'mute' | 'unmute' | 'hang-up';
