import type { CustomerSummary } from './customer-types';
import type { MenuStep, TeamSummary } from './desk-types';
import type { Names } from './names';

export type RequestKind = 'information' | 'action' | 'comment';
export type Priority = 'low' | 'normal' | 'high' | 'urgent';
export type Person = { id: string; name: string };
/** `kind`: new, inProgress, waiting, resolved, closed, rejected. */
export type Stage = { code: string; kind: string; names: Names; unit?: string | null };
export type ContactMethod = { id: string; code: string; names: Names };

/** A customer's matter. */
export type ServiceRequest = {
  id: string;
  number: string;
  unit: string;
  kind?: RequestKind | null;
  subject?: string | null;
  text?: string | null;
  contactMethod?: { id: string; names: Names } | null;
  priority: Priority;
  stage: Stage;
  /** Where it may go from here. */
  stages: Stage[];
  owner?: Person | null;
  team?: TeamSummary | null;
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
  channel: string;
  stage: Stage;
  priority: Priority;
  owner?: Person | null;
  openedAt: string;
  changedAt: string;
  unread?: boolean | null;
};

export type Page<Row> = { items: Row[]; next?: string | null; total?: number | null };

export type SavedView = { id: string; name: string; filter: string; isShared: boolean; order: number };

export type Definitions = { contactMethods: ContactMethod[]; stages: Stage[]; kinds: RequestKind[] };

type Entry = { id: string; at: string; by?: Person | null };

export type TimelineEntry =
  | (Entry & {
      kind: 'call';
      callId: string;
      number?: string | null;
      agent?: string | null;
      waitedSeconds: number;
      talkedSeconds: number;
      menuPath: MenuStep[];
      live: boolean;
    })
  | (Entry & { kind: 'note'; text: string; customerSees: boolean })
  | (Entry & { kind: 'change'; fields: { field: string; from?: string | null; to?: string | null }[] })
  | (Entry & { kind: 'stage'; from?: Stage | null; to: Stage; comment?: string | null })
  | (Entry & { kind: 'opened' });
