import { expect, test } from 'vitest';
import type { Letter } from '../../../api/mail-types';
import { linesAsHtml } from './lines-as-html';
import { filesOfLetter, filesOfNote } from './shown-file';

const file = { name: 'a.png', contentType: 'image/png', length: 10, isRisky: false };
const letter = (isIncoming: boolean, fileId: string | null): Letter => ({ id: 'L', isIncoming, attachments: [{ ...file, index: 0, isInline: false, fileId }] }) as unknown as Letter;

test("a stranger's picture is saved and never shown, one of ours is seen at once", () => {
  expect(filesOfLetter(letter(true, null))).toEqual([{ key: '0', name: 'a.png', contentType: 'image/png', length: 10, risky: false, href: '/api/mail/letters/L/files/0', picture: null }]);
  expect(filesOfLetter(letter(false, 'F'))[0]).toMatchObject({ href: '/api/files/F', picture: '/api/files/F?show=true' });
});

test('a file that was removed is only named', () => {
  const card = { id: 'F', ...file, by: null, at: '2026-11-30T10:00:00Z' };
  expect(filesOfNote([{ file: card, removedAt: '2026-11-30T11:00:00Z', removedBy: null }])[0]).toMatchObject({ href: null, picture: null });
});

test('plain lines become paragraphs and nothing in them becomes form', () => {
  expect(linesAsHtml('bir <b>\niki\n\nüç & dört')).toBe('<p>bir &lt;b&gt;<br>iki</p><p>üç &amp; dört</p>');
  expect(linesAsHtml('')).toBe('');
});
