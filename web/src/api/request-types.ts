import type { CustomerSummary } from './customer-types';
import type { MenuStep } from './desk-types';
import type { Names } from './names';

export type RequestKind = 'information' | 'action' | 'comment';
export type Priority = 'low' | 'normal' | 'high' | 'urgent';
export type Person = { id: string; name: string };
/** `kind`: new, inProgress, waiting, resolved, closed, rejected. */
export type Stage = { code: string; kind: string; names: Names };
export type ContactMethod = { id: string; code: string; names: Names };

/** A customer's matter. */
export type ServiceRequest = {
  id: string;
  number: string;
  unit: string;
  kind?: RequestKind | null;
  subject?: string | null;
  text?: string | null;
  contactMethod?: ContactMethod | null;
  priority: Priority;
  stage: Stage;
  /** Where it may go from here. */
  stages: Stage[];
  /** All stages of its unit, in their order. */
  allStages: Stage[];
  owner?: Person | null;
  team?: { id: string; code: string; names: Names } | null;
  customer?: CustomerSummary | null;
  calls: string[];
  openedAt: string;
  openedBy?: Person | null;
  changedAt: string;
  version: number;
};

export type RequestRow = {
  id: string;
  number: string;
  unit: string;
  kind?: RequestKind | null;
  subject?: string | null;
  customerName?: string | null;
  customerId?: string | null;
  channel?: string | null;
  stage: Stage;
  priority: Priority;
  owner?: Person | null;
  openedAt: string;
  changedAt: string;
};

export type Page<Row> = { items: Row[]; next?: string | null; total?: number | null };

export type SavedView = { id: string; name: string; filter: string; isShared: boolean; isMine: boolean; order: number };

export type Definitions = { contactMethods: ContactMethod[]; stages: (Stage & { unit: string })[]; kinds: RequestKind[] };

/** Kinds and priorities come by their code, everything else as people read it. */
export type ChangedField = { name: string; from?: string | null; to?: string | null };

export type CallPart = {
  callId: string;
  number?: string | null;
  agent?: Person | null;
  waitedSeconds: number;
  talkedSeconds: number;
  menuPath: MenuStep[];
  live: boolean;
  answeredAt?: string | null;
  endReason?: string | null;
};

/** One thing that happened to a request; exactly the part that `kind` names is there. */
export type TimelineEntry = {
  id: string;
  at: string;
  by?: Person | null;
  kind: 'opened' | 'call' | 'note' | 'change' | 'stage';
  call?: CallPart | null;
  note?: { text: string; customerSees: boolean } | null;
  change?: { fields: ChangedField[] } | null;
  stage?: { from: Names; to: Names; toKind: string; comment?: string | null } | null;
};
