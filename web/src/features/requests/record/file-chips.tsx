import type { ReactElement } from 'react';
import { fileAddress, type FileInfo } from '../../../api/files';
import { useRefusalText } from '../../../api/refusal-notice';
import { FileChip } from '../../../ui/marks/file-chip';
import './files.css';

export type FileChipsProps = { files: readonly FileInfo[]; sending: readonly string[]; refusal: unknown; onRemove: (file: FileInfo) => void };

/** Files that wait to be sent with a note, those on their way up, and why one was not taken. */
export function FileChips({ files, sending, refusal, onRemove }: FileChipsProps): ReactElement | null {
  const refusalText = useRefusalText();
  if (files.length === 0 && sending.length === 0 && refusal === null) {
    return null;
  }
  return (
    <div className="file-chips row g4 wrap">
      {files.map((file) => (
        <FileChip key={file.id} name={file.name} length={file.length} contentType={file.contentType} href={fileAddress(file.id)} onRemove={() => onRemove(file)} />
      ))}
      {sending.map((name, index) => (
        <FileChip key={`${index} ${name}`} name={name} />
      ))}
      {refusal !== null && (
        <span className="danger s" role="alert">
          {refusalText(refusal)}
        </span>
      )}
    </div>
  );
}
