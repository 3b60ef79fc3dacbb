import { expect, test } from 'vitest';
import { priorities, serviceRequest } from '../../../mocks/requests';
import { must } from '../../../mocks/problem';
import { begin, step, unsaved } from './autosave';
import { fieldsOf } from './request-fields';

const [, normal, high] = priorities;
const request = serviceRequest({ subject: 'Eski konu', text: 'Eski metin', priority: must(normal), version: 1 });

test('what is typed while a save is on its way is saved next and not lost', () => {
  let save = step(begin(request), { type: 'typed', change: { subject: 'Yeni' } });
  save = step(save, { type: 'saving' });
  const sent = save.typed;
  save = step(save, { type: 'typed', change: { subject: 'Yeni konu' } });

  save = step(save, { type: 'saved', request: { ...request, subject: 'Yeni', version: 2 }, sent });

  expect(save.typed.subject).toBe('Yeni konu');
  expect(save.version).toBe(2);
  expect(unsaved(save)).toEqual(['subject']);
});

test("another person's change of another field is taken over beside what was typed", () => {
  let save = step(begin(request), { type: 'typed', change: { subject: 'Yeni konu' } });
  save = step(save, { type: 'stale', request: { ...request, priority: must(high), version: 5 } });
  expect(save.typed).toMatchObject({ subject: 'Yeni konu', priorityId: must(high).id });
  expect(save).toMatchObject({ state: 'typing', version: 5, merged: ['priorityId'], conflict: null });
});

test('the same field changed by two is a question, and both answers hold', () => {
  const typed = step(begin(request), { type: 'typed', change: { subject: 'Benimki', text: 'Metnim' } });
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

const draft = { base: fieldsOf(request), fields: { text: 'Yarım kalan' } };

test('a kept draft comes back unsaved', () => {
  const save = step(begin(request), { type: 'restored', kept: draft, request });
  expect(save.typed.text).toBe('Yarım kalan');
  expect(save).toMatchObject({ state: 'typing', conflict: null });
});

test("a kept draft never replaces what a colleague wrote in the same field since: both are shown", () => {
  const now = { ...request, text: 'Merve yazdı', version: 9 };
  const save = step(begin(now), { type: 'restored', kept: draft, request: now });
  expect(save).toMatchObject({ state: 'conflict', version: 9, conflict: { fields: ['text'], theirs: { text: 'Merve yazdı' } } });
  expect(save.typed.text).toBe('Yarım kalan');
});

test("a kept draft goes beside a colleague's change of another field", () => {
  const now = { ...request, subject: 'Onun konusu', version: 9 };
  const save = step(begin(now), { type: 'restored', kept: draft, request: now });
  expect(save.typed).toMatchObject({ subject: 'Onun konusu', text: 'Yarım kalan' });
  expect(save).toMatchObject({ state: 'typing', version: 9, merged: ['subject'] });
});

test('a draft does not come over what is typed already', () => {
  const typed = step(begin(request), { type: 'typed', change: { text: 'Şimdi yazılan' } });
  expect(step(typed, { type: 'restored', kept: draft, request }).typed.text).toBe('Şimdi yazılan');
});
