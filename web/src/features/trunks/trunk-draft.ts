import type { Trunk, TrunkPlan } from './trunk-types';

/** A trunk while it is being written; numbers are what was typed. */
export type TrunkDraft = Omit<TrunkPlan, 'port' | 'order' | 'mostCalls' | 'asksEverySeconds' | 'registersMinutes' | 'version' | 'password' | 'domain' | 'user' | 'authUser' | 'networks' | 'prefix' | 'callerNumber'> & {
  port: string;
  order: string;
  mostCalls: string;
  asksEverySeconds: string;
  registersMinutes: string;
  password: string;
  domain: string;
  user: string;
  authUser: string;
  networks: string;
  prefix: string;
  callerNumber: string;
};

export function draftOf(trunk: Trunk | null, order: number, region: string): TrunkDraft {
  return {
    name: trunk?.name ?? '',
    kind: trunk?.kind ?? 'registration',
    host: trunk?.host ?? '',
    port: String(trunk?.port ?? 5060),
    transport: trunk?.transport ?? 'udp',
    domain: trunk?.domain ?? '',
    user: trunk?.user ?? '',
    authUser: trunk?.authUser ?? '',
    password: '',
    networks: trunk?.networks ?? '',
    order: String(trunk?.order ?? order),
    format: trunk?.format ?? 'e164',
    region: trunk?.region ?? region,
    prefix: trunk?.prefix ?? '',
    callerNumber: trunk?.callerNumber ?? '',
    callsOut: trunk?.callsOut ?? true,
    takesIn: trunk?.takesIn ?? true,
    handsOver: trunk?.handsOver ?? false,
    mostCalls: String(trunk?.mostCalls ?? 30),
    asksEverySeconds: String(trunk?.asksEverySeconds ?? 30),
    registersMinutes: String(trunk?.registersMinutes ?? 10),
  };
}

/** The port that goes with a transport, where nobody wrote another one. */
export function portFor(transport: TrunkPlan['transport'], draft: TrunkDraft): string {
  const usual = (of: TrunkPlan['transport']): string => (of === 'tls' ? '5061' : '5060');
  return draft.port === usual(draft.transport) ? usual(transport) : draft.port;
}

export function planOf(draft: TrunkDraft, version: number): TrunkPlan {
  const text = (value: string): string | null => (value.trim() === '' ? null : value);
  const whole = (value: string): number => (value.trim() === '' ? -1 : Math.trunc(Number(value))) || 0;
  return {
    ...draft,
    version,
    port: whole(draft.port),
    order: whole(draft.order),
    mostCalls: whole(draft.mostCalls),
    asksEverySeconds: whole(draft.asksEverySeconds),
    registersMinutes: whole(draft.registersMinutes),
    password: draft.password === '' ? null : draft.password,
    domain: text(draft.domain),
    user: text(draft.user),
    authUser: text(draft.authUser),
    networks: text(draft.networks),
    prefix: text(draft.prefix),
    callerNumber: text(draft.callerNumber),
  };
}
