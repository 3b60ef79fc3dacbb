import { expect, test } from 'vitest';
import { serviceRequest } from '../../../mocks/requests';
import { begin, step, unsaved } from './autosave';

const request = serviceRequest({ subject: 'Eski konu', text: 'Eski metin', priority: 'normal', version: 1 });

test('what is typed while a save is on its way is saved next and not lost', () => {
  let save = step(begin(request, null), { type: 'typed', change: { subject: 'Yeni' } });
  save = step(save, { type: 'saving' });
  const sent = save.typed;
  save = step(save, { type: 'typed', change: { subject: 'Yeni konu' } });

  save = step(save, { type: 'saved', request: { ...request, subject: 'Yeni', version: 2 }, sent });

  expect(save.typed.subject).toBe('Yeni konu');
  expect(save.version).toBe(2);
  expect(unsaved(save)).toEqual(['subject']);
});

test("another person's change of another field is taken over beside what was typed", () => {
  let save = step(begin(request, null), { type: 'typed', change: { subject: 'Yeni konu' } });
  save = step(save, { type: 'stale', request: { ...request, priority: 'high', version: 5 } });
  expect(save.typed).toMatchObject({ subject: 'Yeni konu', priority: 'high' });
  expect(save).toMatchObject({ state: 'typing', version: 5, merged: ['priority'], conflict: null });
});

test('the same field changed by two is a question, and both answers hold', () => {
  const typed = step(begin(request, null), { type: 'typed', change: { subject: 'Benimki', text: 'Metnim' } });
  const asked = step(typed, { type: 'stale', request: { ...request, subject: 'Onunki', version: 5 } });
  expect(asked.state).toBe('conflict');
  expect(asked.typed.subject).toBe('Benimki');

  const kept = step(asked, { type: 'keepMine' });
  expect(unsaved(kept)).toEqual(['subject', 'text']);
  expect(kept).toMatchObject({ state: 'typing', version: 5 });

  const taken = step(asked, { type: 'takeTheirs' });
  expect(taken.typed).toMatchObject({ subject: 'Onunki', text: 'Metnim' });
  expect(unsaved(taken)).toEqual(['text']);
});

test('a draft kept on the device comes back unsaved', () => {
  const save = begin(request, { text: 'Yarım kalan' });
  expect(save.typed.text).toBe('Yarım kalan');
  expect(save.state).toBe('typing');
});
