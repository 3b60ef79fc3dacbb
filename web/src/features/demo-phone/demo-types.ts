export type DemoCaller = { number: string | null; name: string; kind: 'individual' | 'corporate' | 'new' | 'withheld'; hint: string };
export type DemoNumber = { number: string; short: string | null; name: string };
export type DemoStage = 'greeting' | 'menu' | 'verification' | 'queue' | 'agent';
export type DemoHeard = { at: string; kind: 'said' | 'key' | 'stage'; text: string; options?: { key: string; text: string }[] | null; stage?: DemoStage | null };
export type DemoNews = { state: 'ringing' | 'connected' | 'ended'; reason?: string | null };

/** The telephone as it stands. `silent`: without a microphone, so one can listen and press keys but not talk. */
export type DemoPhoneState = {
  state: 'idle' | 'dialling' | 'ringing' | 'connected' | 'ended';
  connectedAt: number | null;
  silent: boolean;
  muted: boolean;
  loud: boolean;
  /** Code of the refusal, or why the call ended. */
  trouble: string | null;
  reason: string | null;
  stage: DemoStage | null;
  /** Where the call has been: not every call passes every station. */
  reached: DemoStage[];
  heard: DemoHeard[];
};

export const idle: DemoPhoneState = { state: 'idle', connectedAt: null, silent: false, muted: false, loud: true, trouble: null, reason: null, stage: null, reached: [], heard: [] };
