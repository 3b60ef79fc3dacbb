import { Clock, CornerUpRight, Keyboard, Languages, ListOrdered, PhoneOff, ReceiptText, ShieldCheck, Split, Users, Voicemail as VoicemailIcon, Volume2, type LucideIcon } from 'lucide-react';
import type { TFunction } from 'i18next';
import type { Names } from '../../ui/fields/names-field';
import { slotsOf, wordsOf } from './designer/edit-flow';
import type { Block, Flow, Team, VerbName } from './flow-types';

export const icons: Record<VerbName, LucideIcon> = {
  say: Volume2, menu: ListOrdered, readInvoice: ReceiptText, collect: Keyboard, verify: ShieldCheck, branch: Split, openHours: Clock, setLanguage: Languages, queue: Users, voicemail: VoicemailIcon, goto: CornerUpRight, hangUp: PhoneOff,
};

export const tones: Record<VerbName, string> = {
  say: '', menu: '', readInvoice: 'acc', collect: '', verify: 'warn', branch: '', openHours: '', setLanguage: '', queue: 'info', voicemail: 'info', goto: '', hangUp: 'danger',
};

/** The blocks one can add, in groups as they are thought of. */
export const palette: readonly { group: string; verbs: readonly VerbName[] }[] = [
  { group: 'speak', verbs: ['say', 'menu', 'readInvoice'] },
  { group: 'ask', verbs: ['collect', 'verify'] },
  { group: 'decide', verbs: ['branch', 'openHours', 'setLanguage', 'goto'] },
  { group: 'send', verbs: ['queue', 'voicemail', 'hangUp'] },
];

export type Looks = { t: TFunction; names: (names: Names) => string; sharedWords: ReadonlyMap<string, Names>; teams: readonly Team[] };

export function teamName({ names, teams }: Looks, code: string): string {
  const team = teams.find((one) => one.code === code);
  return team === undefined ? code : names(team.names);
}

/** What people call a block: its own title, else what it does. */
export function titleOf(looks: Looks, flow: Flow, name: string): string {
  const block = flow.nodes[name];
  if (block === undefined) {
    return name;
  }
  const own = block.title == null ? '' : looks.names(block.title) || block.title.tr || block.title.en || block.title.sv;
  if (own !== '') {
    return own;
  }
  if (block.verb === 'queue') {
    return teamName(looks, block.team);
  }
  return looks.t(`ivr.verb.${block.verb}`);
}

/** The first words it says, or what it decides by. */
export function summaryOf(looks: Looks, flow: Flow, block: Block): string {
  switch (block.verb) {
    case 'openHours':
      return teamName(looks, block.team);
    case 'setLanguage':
      return looks.t(`ui.language.${block.language}`);
    case 'queue':
      return looks.t('ivr.waits_for_agent');
    case 'voicemail':
      return looks.t('ivr.message_of', { team: teamName(looks, block.team) });
    case 'branch':
      return looks.t('ivr.by_class');
    case 'menu':
      return looks.t('ivr.tries', { count: block.tries });
    case 'verify':
      return looks.t('ivr.verify_asks');
    case 'readInvoice':
      return looks.t('ivr.reads_invoice');
    default: {
      const first = slotsOf(block).find((slot) => slot.key !== null)?.key ?? null;
      const words = looks.names(wordsOf(flow, looks.sharedWords, first));
      return words === '' ? (first === null ? '' : looks.t('ivr.no_words')) : `“${words}”`;
    }
  }
}

/** Why one goes there: a key, a class, an outcome. */
export function exitName(looks: Looks, block: Block, on: string): string {
  if (block.verb === 'menu' && on !== 'failure') {
    const option = block.options.find((one) => one.key === on);
    return (option === undefined ? '' : looks.names(option.label)) || looks.t('ivr.key', { key: on });
  }
  return block.verb === 'verify' ? looks.t(`ivr.exit.verify_${on}`) : looks.t(on === '*' ? 'ivr.exit.star' : `ivr.exit.${on}`);
}
