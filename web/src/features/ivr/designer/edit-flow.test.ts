import { describe, expect, it } from 'vitest';
import { changesBetween } from '../drawer/changes';
import type { Block, Flow } from '../flow-types';
import { addBlock, addOption, connectBlocks, exitsOf, newPrompt, removeBlock, setExit, setWords } from './edit-flow';
import { pin, placesOf } from './layout';

const names = { tr: 'a', sv: 'a', en: 'a' };
const sharedWords = new Map([['common.invalid', names]]);
const flow: Flow = {
  code: 'internet', names, unit: 'internet', numbers: ['100'], defaultTeam: 'team', start: 'welcome', texts: null,
  nodes: {
    welcome: { verb: 'say', play: ['x'], next: 'main', interruptible: true },
    main: { verb: 'menu', name: 'main', options: [{ key: '1', label: names, prompt: 'p', next: 'bye', for: null }], intro: null, invalid: null, silence: null, onFailure: 'bye', tries: 3, waitSeconds: 6 },
    bye: { verb: 'hangUp', reason: 'closed', play: null },
  },
};

const blockOf = (one: Flow, name: string): Block => one.nodes[name] as Block;

describe('a block that is added', () => {
  it('is led to from the way out of the chosen block that waits for one', () => {
    const open = { ...flow, nodes: { ...flow.nodes, welcome: setExit(blockOf(flow, 'welcome'), 'next', '') } };

    const added = addBlock(open, 'openHours', 'welcome', sharedWords, 'team');

    expect(added.name).toBe('open_hours');
    expect(exitsOf(blockOf(added.flow, 'welcome'))).toEqual([{ on: 'next', to: 'open_hours', optional: false }]);
    expect(exitsOf(blockOf(added.flow, 'open_hours')).map((exit) => exit.to)).toEqual(['', '']);
  });

  it('goes between the chosen block and what that led to', () => {
    const added = addBlock(flow, 'setLanguage', 'welcome', sharedWords, 'team');

    expect(exitsOf(blockOf(added.flow, 'welcome'))[0]?.to).toBe('set_language');
    expect(exitsOf(blockOf(added.flow, 'set_language'))[0]?.to).toBe('main');
  });

  it('brings empty words of its own, under a key nobody has', () => {
    const one = addBlock(flow, 'say', undefined, sharedWords, 'team');
    const two = addBlock(one.flow, 'say', undefined, sharedWords, 'team');

    expect(Object.keys(two.flow.texts ?? {})).toEqual(['internet.say.play', 'internet.say_2.play']);
    expect(newPrompt(two.flow, sharedWords, 'say', 'play')).toBe('internet.say.play_2');
  });
});

describe('a block that is removed', () => {
  it('leaves dead ends where they must be filled and ends where the call may end', () => {
    const without = removeBlock(flow, 'bye');

    expect(exitsOf(blockOf(without, 'main'))).toEqual([{ on: '1', to: '', optional: false }, { on: 'failure', to: null, optional: true }]);
  });

  it('gives the start to what followed it', () => {
    expect(removeBlock(flow, 'welcome').start).toBe('main');
  });
});

it('a line from a full menu is one more key', () => {
  const joined = connectBlocks(flow, 'main', 'welcome', sharedWords);

  expect(exitsOf(blockOf(joined, 'main')).map((exit) => `${exit.on}>${exit.to}`)).toEqual(['1>bye', '2>welcome', 'failure>bye']);
  expect(exitsOf(blockOf(addOption(joined, 'main', sharedWords), 'main'))[2]).toEqual({ on: '3', to: '', optional: false });
});

it('blocks stand in columns by how far from the start they are, and keep their places once pinned', () => {
  const at = (one: Flow, code: string): number => placesOf(one).find((place) => place.code === code)?.x ?? -1;

  expect(at(flow, 'welcome')).toBeLessThan(at(flow, 'main'));
  expect(at(flow, 'main')).toBeLessThan(at(flow, 'bye'));
  expect(at({ ...pin(flow), start: 'bye' }, 'bye')).toBe(at(flow, 'bye'));
});

it('changes name blocks and words; a moved block is none', () => {
  expect(changesBetween(flow, pin(flow))).toEqual([]);
  expect(changesBetween(flow, setWords(removeBlock(flow, 'bye'), 'x', names)).map((change) => `${change.kind} ${change.name}`)).toEqual(['changed main', 'removed bye', 'words x']);
});

describe('a block that takes a message', () => {
  it('ends the call unless something follows, and brings its question', () => {
    const { flow: next, name } = addBlock(flow, 'voicemail', undefined, sharedWords, 'team');

    expect(exitsOf(blockOf(next, name))).toEqual([{ on: 'next', to: null, optional: true }]);
    expect(blockOf(next, name)).toMatchObject({ verb: 'voicemail', team: 'team', limitSeconds: 120, ask: ['internet.voicemail.ask'] });
    expect(next.texts?.['internet.voicemail.ask']).toEqual({ tr: '', sv: '', en: '' });
  });
});
