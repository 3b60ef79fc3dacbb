import type { components } from '../../api/schema';
import type { Names } from '../../ui/fields/names-field';

type Schemas = components['schemas'];

export type CallerClass = 'knownIndividual' | 'unidentified' | 'verifiedCorporate';
export type Option = { key: string; label: Names; prompt: string; next: string; for: CallerClass[] | null };

type Drawn = { title?: Names | null; place?: { x: number; y: number } | null };
export type Say = Drawn & { verb: 'say'; play: string[]; next: string; interruptible: boolean };
export type Branch = Drawn & { verb: 'branch'; knownIndividual: string; unidentified: string; verifiedCorporate: string };
export type Menu = Drawn & { verb: 'menu'; name: string; options: Option[]; intro: string[] | null; invalid: string | null; silence: string | null; onFailure: string | null; tries: number; waitSeconds: number };
export type Collect = Drawn & { verb: 'collect'; into: string; ask: string[]; next: string; onFailure: string; min: number; max: number; firstSeconds: number; nextSeconds: number; tries: number; secret: boolean; wrong: string | null; silence: string | null; onStar: string | null };
export type Verify = Drawn & { verb: 'verify'; askNumber: string; askPassword: string; wrong: string; silence: string; failed: string; verified: string; unavailable: string; next: string; back: string; readsInvoice: boolean; firstSeconds: number; nextSeconds: number };
export type ReadInvoice = Drawn & { verb: 'readInvoice'; next: string };
export type OpenHours = Drawn & { verb: 'openHours'; team: string; open: string; closed: string };
export type Queue = Drawn & { verb: 'queue'; team: string; before: string[] | null; forCustomers: string | null; notServed: string | null; priority: number; skills?: string | null };
export type Voicemail = Drawn & { verb: 'voicemail'; team: string; ask: string[]; thanks: string | null; unavailable: string | null; next: string | null; limitSeconds: number };
export type SetLanguage = Drawn & { verb: 'setLanguage'; language: string; next: string };
export type HangUp = Drawn & { verb: 'hangUp'; reason: string; play: string[] | null };
export type Goto = Drawn & { verb: 'goto'; next: string };
export type Block = Say | Branch | Menu | Collect | Verify | ReadInvoice | OpenHours | Queue | Voicemail | SetLanguage | HangUp | Goto;
export type VerbName = Block['verb'];

export type Flow = { code: string; names: Names; unit: string; numbers: string[]; defaultTeam: string; start: string; nodes: Record<string, Block>; texts: Record<string, Names> | null };

export type Problem = { code: string; weight: 'error' | 'warning'; node?: string | null; what?: string | null };
export type FlowView = Omit<Schemas['FlowView'], 'published' | 'draft' | 'problems'> & {
  published: Omit<Schemas['PublishedFlow'], 'document'> & { document: Flow };
  draft: (Omit<Schemas['DrawnFlow'], 'document'> & { document: Flow }) | null;
  problems: Problem[];
};
export type FlowRow = Schemas['ReadFlowsRow'];
export type Version = Schemas['FlowVersionsRow'];
export type Team = { code: string; names: Names; unit: string };
export type LibraryPrompt = { key: string; text: Names; recorded: string[] };
export type Choices = { teams: Team[]; prompts: LibraryPrompt[] };

export type Caller = 'unidentified' | 'individual' | 'corporate' | 'verifiedCorporate';
export type StepKind = 'said' | 'keyed' | 'silence' | 'chose' | 'verified' | 'language' | 'queued' | 'queueEnded' | 'message' | 'broken' | 'ended';
export type Step = { kind: StepKind; seconds: number; node?: string | null; text?: string | null; key?: string | null; label?: Names | null };
export type Waits = { kind: 'key' | 'digits' | 'queue'; seconds: number; keys: { key: string; label: Names; to: string }[]; team?: string | null };
export type Walk = { steps: Step[]; way: string[]; taken: number; ended?: string | null; waits?: Waits | null; class: CallerClass; language: string };
export type Simulation = { version?: number | null; walk: Walk; pair?: { number: string; password: string } | null };

export const callerClasses: readonly CallerClass[] = ['knownIndividual', 'unidentified', 'verifiedCorporate'];
export const callers: readonly Caller[] = ['unidentified', 'individual', 'corporate', 'verifiedCorporate'];
export const telephoneKeys: readonly string[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '*', '#'];
export const noNames: Names = { tr: '', sv: '', en: '' };

/** The flow as it is drawn: the draft, or what is published. */
export function drawnOf(view: FlowView): Flow {
  return view.draft?.document ?? view.published.document;
}
