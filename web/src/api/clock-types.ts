import type { components } from './schema';

type Schemas = components['schemas'];

/** A promise as lists and heads draw it. */
export type ClockFace = Schemas['ClockFace'];
export type ClockSegment = Schemas['ClockSegment'];
export type ClockReason = Schemas['ExplainClocksClockReason'];
export type Calendar = Schemas['CalendarCard'];
export type CalendarBody = Schemas['CalendarBody'];
export type SpecialDay = Schemas['SpecialDayBody'];
export type WeekBlock = Schemas['WeekBlockBody'];
export type Target = Schemas['KeepTargetsCard'];
export type ClockChoices = Schemas['TryTargetsChoices'];
export type TargetAnswer = Schemas['TryTargetsAnswer'];
