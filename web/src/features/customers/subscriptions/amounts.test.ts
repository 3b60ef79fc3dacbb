import { expect, it } from 'vitest';
import { bodyOf, emptyDraft, isNamed } from '../edit/customer-draft';
import { minorOf, textOfMinor } from './use-subscriptions';

it.each([
  ['690', 69_000],
  ['690,5', 69_050],
  ['1.188,00', 118_800],
  ['1 188.50', 118_850],
  ['1.188', 118_800],
  ['0,05', 5],
])('reads %s as people write it', (text, minor) => expect(minorOf(text)).toBe(minor));

it.each(['', 'abc', '-5', '1,2,3', '5,999x'])('does not read %s', (text) => expect(minorOf(text)).toBeUndefined());

it('writes an amount that it reads again', () => expect(minorOf(textOfMinor({ minor: 118_850, currency: 'TRY' }))).toBe(118_850));

it('sends no empty lines, and keeps the identity number it does not know', () => {
  const body = bodyOf({ ...emptyDraft('tr'), firstName: ' Elif ', lastName: 'Yılmaz', emails: ['', ' a@b.example '] });

  expect(body).toMatchObject({ firstName: 'Elif', phones: [], emails: ['a@b.example'], contacts: [], country: 'TR', identityNumber: undefined });
});

it('asks of a person both names and of a company its own', () => {
  const draft = emptyDraft('sv');

  expect(isNamed({ ...draft, firstName: 'Åsa' })).toBe(false);
  expect(isNamed({ ...draft, firstName: 'Åsa', lastName: 'Ek' })).toBe(true);
  expect(isNamed({ ...draft, kind: 'corporate', company: 'Ek AB' })).toBe(true);
  expect(isNamed({ ...draft, kind: 'prospect', company: 'Ek AB' })).toBe(true);
});
