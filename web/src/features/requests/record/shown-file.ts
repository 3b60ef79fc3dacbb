import { fileAddress, isPicture } from '../../../api/files';
import type { Letter } from '../../../api/mail-types';
import type { FilePart } from '../../../api/request-types';

/** A file of an entry: a picture is seen at once, another is saved, one that was removed is only named. */
export type ShownFile = { key: string; name: string; contentType: string; length: number; risky: boolean; href: string | null; picture: string | null };

export function filesOfNote(parts: readonly FilePart[]): ShownFile[] {
  return parts.map(({ file, removedAt }) => stored(file.id, { ...file, isGone: removedAt != null }));
}

/** Those that came lie in the letter itself and are always saved: a stranger sent them. */
export function filesOfLetter(letter: Letter): ShownFile[] {
  return letter.attachments.map((file) =>
    file.fileId != null
      ? stored(file.fileId, { ...file, isGone: false })
      : { key: String(file.index), name: file.name, contentType: file.contentType, length: file.length, risky: file.isRisky, href: letter.isIncoming ? `/api/mail/letters/${letter.id}/files/${file.index}` : null, picture: null },
  );
}

function stored(id: string, { name, contentType, length, isRisky, isGone }: { name: string; contentType: string; length: number; isRisky: boolean; isGone: boolean }): ShownFile {
  return { key: id, name, contentType, length, risky: isRisky, href: isGone ? null : fileAddress(id), picture: !isGone && isPicture(contentType) ? fileAddress(id, true) : null };
}
