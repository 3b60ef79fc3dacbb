import type { CallerClass, MenuStep } from '../../api/desk-types';
import type { Names } from '../../api/names';

type Named = { id: string; name: string };

export type CallRow = {
  id: string;
  unit: string;
  calledNumber: string;
  callingNumber?: string | null;
  class: CallerClass;
  customer?: Named | null;
  agent?: Named | null;
  team?: { code: string; names: Names } | null;
  arrivedAt: string;
  connectedAt?: string | null;
  endedAt?: string | null;
  waitedSeconds: number;
  talkedSeconds: number;
  endReason?: string | null;
};

export type CallHappening = { at: string; kind: string; agent?: Named | null; team?: string | null; step?: MenuStep | null };

export type CallDetails = { call: CallRow; menuPath: MenuStep[]; events: CallHappening[] };
