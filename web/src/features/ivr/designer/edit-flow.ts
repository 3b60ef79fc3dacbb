import type { Names } from '../../../ui/fields/names-field';
import { callerClasses, noNames, type Block, type Flow, type Menu, type Option, type VerbName } from '../flow-types';

/** A way out of a block; an optional one that leads nowhere ends the call. */
export type Exit = { on: string; to: string | null; optional: boolean };

/** A place in a block where a prompt is played. */
export type Slot = { slot: string; key: string | null };

/** Names of the fields that hold targets, by what leads there. */
const targets: Record<Exclude<VerbName, 'menu'>, readonly { on: string; field: string; optional?: true }[]> = {
  say: [{ on: 'next', field: 'next' }],
  branch: callerClasses.map((one) => ({ on: one, field: one })),
  collect: [{ on: 'next', field: 'next' }, { on: 'failure', field: 'onFailure' }, { on: '*', field: 'onStar', optional: true }],
  verify: [{ on: 'next', field: 'next' }, { on: 'back', field: 'back' }],
  readInvoice: [{ on: 'next', field: 'next' }],
  openHours: [{ on: 'open', field: 'open' }, { on: 'closed', field: 'closed' }],
  queue: [{ on: 'notServed', field: 'notServed', optional: true }],
  voicemail: [{ on: 'next', field: 'next', optional: true }],
  setLanguage: [{ on: 'next', field: 'next' }],
  hangUp: [],
  goto: [{ on: 'next', field: 'next' }],
};

const single: Partial<Record<VerbName, readonly string[]>> = {
  menu: ['invalid', 'silence'],
  collect: ['wrong', 'silence'],
  verify: ['askNumber', 'askPassword', 'wrong', 'silence', 'verified', 'failed', 'unavailable'],
  queue: ['forCustomers'],
  voicemail: ['thanks', 'unavailable'],
};
const lists: Partial<Record<VerbName, string>> = { say: 'play', menu: 'intro', collect: 'ask', queue: 'before', voicemail: 'ask', hangUp: 'play' };

const fieldsOf = (block: Block): Record<string, unknown> => block as unknown as Record<string, unknown>;
const withField = (block: Block, field: string, value: unknown): Block => ({ ...block, [field]: value }) as Block;

export function exitsOf(block: Block): Exit[] {
  if (block.verb === 'menu') {
    return [...block.options.map((option) => ({ on: option.key, to: option.next, optional: false })), { on: 'failure', to: block.onFailure, optional: true }];
  }
  return targets[block.verb].map(({ on, field, optional }) => ({ on, to: (fieldsOf(block)[field] as string | null | undefined) ?? null, optional: optional === true }));
}

export function setExit(block: Block, on: string, to: string | null): Block {
  if (block.verb === 'menu') {
    return on === 'failure' ? { ...block, onFailure: to } : { ...block, options: block.options.map((option) => (option.key === on ? { ...option, next: to ?? '' } : option)) };
  }
  const target = targets[block.verb].find((one) => one.on === on);
  return target === undefined ? block : withField(block, target.field, target.optional === true ? to : (to ?? ''));
}

/** Every prompt a block plays besides a menu's keys, in the order of the inspector. */
export function slotsOf(block: Block): Slot[] {
  const list = lists[block.verb];
  const played = list === undefined ? [] : ((fieldsOf(block)[list] as string[] | null) ?? []);
  return [
    ...(list === undefined ? [] : played.map((key, index) => ({ slot: `${list}.${index}`, key }))),
    ...(single[block.verb] ?? []).map((slot) => ({ slot, key: (fieldsOf(block)[slot] as string | null | undefined) ?? null })),
  ];
}

export function setSlot(block: Block, slot: string, key: string | null): Block {
  const [field = '', place] = slot.split('.');
  if (place === undefined) {
    return withField(block, field, key);
  }
  const played = [...((fieldsOf(block)[field] as string[] | null) ?? [])];
  if (key === null) {
    played.splice(Number(place), 1);
  } else {
    played[Number(place)] = key;
  }
  return withField(block, field, played);
}

/** The slot for one more announcement; undefined where a block has a fixed number. */
export function nextSlotOf(block: Block): string | undefined {
  const list = lists[block.verb];
  return list === undefined ? undefined : `${list}.${((fieldsOf(block)[list] as string[] | null) ?? []).length}`;
}

/** Slots a block cannot be without. */
export function isNeeded(block: Block, slot: string): boolean {
  return block.verb === 'verify' || slot === 'ask.0';
}

export function changeBlock(flow: Flow, name: string, change: (block: Block) => Block): Flow {
  const block = flow.nodes[name];
  return block === undefined ? flow : { ...flow, nodes: { ...flow.nodes, [name]: change(block) } };
}

/** The words of a prompt: the flow's own, else the shared. */
export function wordsOf(flow: Flow, sharedWords: ReadonlyMap<string, Names>, key: string | null): Names {
  return key === null ? noNames : (flow.texts?.[key] ?? sharedWords.get(key) ?? noNames);
}

export function setWords(flow: Flow, key: string, words: Names): Flow {
  return { ...flow, texts: { ...flow.texts, [key]: words } };
}

/** Back to the shared words. */
export function dropWords(flow: Flow, key: string): Flow {
  return { ...flow, texts: Object.fromEntries(Object.entries(flow.texts ?? {}).filter(([one]) => one !== key)) };
}

/** A key for a prompt of this flow alone. */
export function newPrompt(flow: Flow, sharedWords: ReadonlyMap<string, Names>, block: string, slot: string): string {
  const base = `${flow.code}.${block}.${slot.replaceAll(/[^a-zA-Z0-9]+/g, '_')}`.toLowerCase();
  const isTaken = (key: string): boolean => sharedWords.has(key) || flow.texts?.[key] !== undefined;
  let key = base;
  for (let next = 2; isTaken(key); next += 1) {
    key = `${base}_${next}`;
  }
  return key;
}

function newBlock(verb: VerbName, flow: Flow, name: string, sharedWords: ReadonlyMap<string, Names>, team: string): { block: Block; texts: string[] } {
  const own = (slot: string): string => newPrompt(flow, sharedWords, name, slot);
  // What every flow says in the same words comes from the shared words where it is there.
  const common = (key: string): string | null => (sharedWords.has(key) ? key : null);
  switch (verb) {
    case 'say':
      return { block: { verb, play: [own('play')], next: '', interruptible: true }, texts: [own('play')] };
    case 'branch':
      return { block: { verb, knownIndividual: '', unidentified: '', verifiedCorporate: '' }, texts: [] };
    case 'menu':
      return { block: { verb, name, options: [], intro: [], invalid: common('common.invalid'), silence: common('common.silence'), onFailure: null, tries: 3, waitSeconds: 6 }, texts: [] };
    case 'collect':
      return {
        block: { verb, into: name, ask: [own('ask')], next: '', onFailure: '', min: 1, max: 20, firstSeconds: 8, nextSeconds: 5, tries: 3, secret: false, wrong: common('common.invalid'), silence: common('common.silence'), onStar: null },
        texts: [own('ask')],
      };
    case 'verify':
      return {
        block: { verb, askNumber: 'verify.ask_number', askPassword: 'verify.ask_password', wrong: 'verify.wrong', silence: 'common.silence', failed: 'verify.failed', verified: 'verify.verified', unavailable: 'common.unavailable', next: '', back: '', readsInvoice: true, firstSeconds: 10, nextSeconds: 6 },
        texts: [],
      };
    case 'readInvoice':
      return { block: { verb, next: '' }, texts: [] };
    case 'openHours':
      return { block: { verb, team, open: '', closed: '' }, texts: [] };
    case 'queue':
      return { block: { verb, team, before: sharedWords.has('common.queue') ? ['common.queue'] : [], forCustomers: null, notServed: null, priority: 0 }, texts: [] };
    case 'voicemail':
      return {
        block: { verb, team, ask: [common('common.closed_message') ?? own('ask')], thanks: common('common.message_thanks'), unavailable: common('common.unavailable'), next: null, limitSeconds: 120 },
        texts: sharedWords.has('common.closed_message') ? [] : [own('ask')],
      };
    case 'setLanguage':
      return { block: { verb, language: 'en', next: '' }, texts: [] };
    case 'hangUp':
      return { block: { verb, reason: 'flowEnded', play: [own('play')] }, texts: [own('play')] };
    case 'goto':
      return { block: { verb, next: '' }, texts: [] };
  }
}

/** A new block after the chosen one: a way out without a target leads to it; the only way out of the chosen one now goes through it. */
export function addBlock(flow: Flow, verb: VerbName, beside: string | undefined, sharedWords: ReadonlyMap<string, Names>, team: string): { flow: Flow; name: string } {
  const stem = verb.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  let name = stem;
  for (let next = 2; flow.nodes[name] !== undefined; next += 1) {
    name = `${stem}_${next}`;
  }
  const { block, texts } = newBlock(verb, flow, name, sharedWords, team);
  const near = beside === undefined ? undefined : flow.nodes[beside];
  const open = near === undefined ? undefined : exitsOf(near).find((exit) => exit.to === '' || (exit.to === null && near.verb === 'queue'));
  const [only, second] = near === undefined ? [] : exitsOf(near);
  const [first] = exitsOf(block);
  const nodes = { ...flow.nodes, [name]: block };
  if (near !== undefined && beside !== undefined && open !== undefined) {
    nodes[beside] = setExit(near, open.on, name);
  } else if (near !== undefined && beside !== undefined && only !== undefined && second === undefined && first !== undefined && !only.optional) {
    nodes[beside] = setExit(near, only.on, name);
    nodes[name] = setExit(block, first.on, only.to);
  }
  return { flow: texts.reduce((all, key) => setWords(all, key, noNames), { ...flow, nodes, start: flow.nodes[flow.start] === undefined ? name : flow.start }), name };
}

/** Without the block; what led to it leads nowhere until somebody says where. */
export function removeBlock(flow: Flow, name: string): Flow {
  const gone = flow.nodes[name];
  const nodes = Object.fromEntries(
    Object.entries(flow.nodes)
      .filter(([one]) => one !== name)
      .map(([one, block]) => [one, exitsOf(block).reduce((all, exit) => (exit.to === name ? setExit(all, exit.on, exit.optional ? null : '') : all), block)]),
  );
  const start = flow.start === name ? ((gone === undefined ? undefined : exitsOf(gone).find((exit) => exit.to !== null && nodes[exit.to] !== undefined)?.to) ?? Object.keys(nodes)[0] ?? '') : flow.start;
  return { ...flow, nodes, start };
}

/** A line drawn by hand: the exit that waits for one takes it, in a menu a new key does. */
export function connectBlocks(flow: Flow, from: string, to: string, sharedWords: ReadonlyMap<string, Names>): Flow {
  const block = flow.nodes[from];
  if (block === undefined || from === to) {
    return flow;
  }
  const exits = exitsOf(block);
  const open = exits.find((exit) => exit.to === '') ?? exits.find((exit) => exit.to === null && block.verb !== 'menu');
  if (open !== undefined) {
    return changeBlock(flow, from, (one) => setExit(one, open.on, to));
  }
  if (block.verb === 'menu') {
    return addOption(flow, from, sharedWords, to);
  }
  const only = exits.length === 1 ? exits[0] : undefined;
  return only === undefined ? flow : changeBlock(flow, from, (one) => setExit(one, only.on, to));
}

/** One more key, the lowest that is free. */
export function addOption(flow: Flow, name: string, sharedWords: ReadonlyMap<string, Names>, to = ''): Flow {
  const block = flow.nodes[name];
  const key = block?.verb === 'menu' ? ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'].find((one) => block.options.every((option) => option.key !== one)) : undefined;
  if (block?.verb !== 'menu' || key === undefined) {
    return flow;
  }
  const prompt = newPrompt(flow, sharedWords, name, `key_${key}`);
  const option: Option = { key, label: noNames, prompt, next: to, for: null };
  return setWords(changeBlock(flow, name, () => ({ ...block, options: [...block.options, option] })), prompt, noNames);
}

export function changeOption(menu: Menu, place: number, change: Partial<Option>): Menu {
  return { ...menu, options: menu.options.map((option, index) => (index === place ? { ...option, ...change } : option)) };
}
