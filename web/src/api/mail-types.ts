import type { components } from './schema';

type Schemas = components['schemas'];

/** A letter that came or went, as the timeline shows it. */
export type Letter = Schemas['LetterSummary'];
export type LetterAddress = Schemas['LetterAddress'];
export type MailProblem = NonNullable<Letter['problem']>;
export type LetterFile = Schemas['LetterAttachment'];
/** What a letter about a request begins with. */
export type AnswerPlan = Schemas['PlanAnswerResponse'];
export type Mailbox = Schemas['MailboxCard'];
export type MailboxPlan = Schemas['MailboxRequest'];
export type LineSecurity = Schemas['LineSecurity'];
export type MailboxTrial = Schemas['TestMailboxResponse'];
export type MailboxTried = Schemas['TestMailboxTried'];
export type MailboxLetter = Schemas['ReadLettersRow'];
