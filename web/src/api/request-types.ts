import type { components } from './schema';

type Schemas = components['schemas'];

export type RequestKind = NonNullable<Schemas['RequestKind']>;
/** A row of a definition table: priority, contact method, a step of a category's path. */
export type DefinitionName = Schemas['DefinitionName'];
export type Priority = DefinitionName;
export type ChosenCategory = Schemas['ChosenCategory'];
/** `kind` is what programs test: new, inProgress, waiting, approval, resolved, closed, rejected. */
export type Stage = Schemas['StageName'];
/** A customer's matter. `stages` are those it may go to, `allStages` all of its unit in their order. */
export type ServiceRequest = Omit<Schemas['RequestCard'], 'kind'> & { kind: RequestKind | null };
export type RequestReference = Schemas['RequestReference'];
export type MergedReference = Schemas['MergedReference'];
export type RequestRow = Schemas['RequestRow'];
export type SimilarRequest = Schemas['FindSimilarSimilar'];
/** A bounded part of a list: where the next part begins (null at the end) and, on the first one, how many there are: one above `mostCounted` where there are more. */
export type Page<Row> = { items: Row[]; next: string | null; total: number | null };
/** The server counts no further. */
export const mostCounted = 1000;
export type SavedView = Schemas['SavedViewsResponse'];
export type Definitions = Schemas['GetDefinitionsResponse'];
/** One thing that happened to a request; exactly the part that `kind` names is there. */
export type TimelineEntry = Schemas['GetTimelineEntry'];
export type CallPart = Schemas['GetTimelineCallPart'];
/** Kinds come by their code, everything else as people read it. */
export type ChangedField = Schemas['GetTimelineField'];
export type BulkAct = Schemas['ChangeManyAct'];
export type BulkAnswer = Schemas['ChangeManyResponse'];
export type Interaction = Schemas['InteractionRow'];
export type Volumes = Schemas['CountVolumesResponse'];
export type UnitRules = Schemas['SetUnitRulesResponse'];
export type FilePart = Schemas['GetTimelineFilePart'];
