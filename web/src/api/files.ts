import { useCallback, useState } from 'react';
import { send } from './client';
import { Refusal } from './refusal';
import type { components } from './schema';

/** A file as the server knows it; `length` in bytes. */
export type FileInfo = { id: string; name: string; contentType: string; length: number };
export type AttachedFile = components['schemas']['FileCard'];

// As the server takes it.
const mostBytes = 25 * 1024 * 1024;

/** Where the browser gets it: to be saved, or with `show` a picture to be shown. */
export function fileAddress(id: string, show = false): string {
  return `/api/files/${id}${show ? '?show=true' : ''}`;
}

export function isPicture(contentType: string): boolean {
  return ['image/png', 'image/jpeg', 'image/gif', 'image/webp'].includes(contentType);
}

export type Uploads = {
  /** Names of those on their way. */
  sending: readonly string[];
  refusal: unknown;
  /** What was refused has been read. */
  forget: () => void;
  /** One after the other; each that arrived is told at once. What is refused is said, the others still go. */
  upload: (files: readonly File[], onArrived: (file: FileInfo) => void) => Promise<void>;
};

export function useUploads(): Uploads {
  const [sending, setSending] = useState<readonly string[]>([]);
  const [refusal, setRefusal] = useState<unknown>(null);
  const upload = useCallback(async (files: readonly File[], onArrived: (file: FileInfo) => void): Promise<void> => {
    setRefusal(null);
    setSending((before) => [...before, ...files.map((file) => file.name)]);
    for (const file of files) {
      try {
        onArrived(await sendFile(file));
      } catch (refused) {
        setRefusal(refused);
      }
      setSending((before) => before.toSpliced(before.indexOf(file.name), 1));
    }
  }, []);
  const forget = useCallback(() => setRefusal(null), []);
  return { sending, refusal, forget, upload };
}

async function sendFile(file: File): Promise<FileInfo> {
  if (file.size > mostBytes) {
    // The way up may be long: what will be refused anyway does not go it.
    throw Refusal.of(422, { code: 'files.too_big', args: { megabytes: mostBytes / 1024 / 1024 } });
  }
  const form = new FormData();
  form.append('file', file, file.name);
  return send<FileInfo>('POST', '/api/files', form);
}
