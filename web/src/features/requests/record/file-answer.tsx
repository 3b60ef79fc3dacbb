import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { fileAddress, useUploads, type FileInfo } from '../../../api/files';
import { useRefusalText } from '../../../api/refusal-notice';
import { FileButton } from '../../../ui/fields/file-button';
import { FileChip } from '../../../ui/marks/file-chip';
import './files.css';

export type FileAnswerProps = { /** Those the request has. */ files: readonly FileInfo[]; /** The file's id. */ value: string | null; readOnly: boolean; onChange: (value: string | null) => void };

/** The answer to a field that asks for a file. */
export function FileAnswer({ files, value, readOnly, onChange }: FileAnswerProps): ReactElement {
  const { t } = useTranslation();
  const uploads = useUploads();
  const refusalText = useRefusalText();
  const [fresh, setFresh] = useState<FileInfo | null>(null);
  const file = files.find((known) => known.id === value) ?? (fresh?.id === value ? fresh : undefined);
  const upload = (chosen: readonly File[]): void =>
    void uploads.upload(chosen.slice(0, 1), (arrived) => {
      setFresh(arrived);
      onChange(arrived.id);
    });
  return (
    <div
      className="file-answer row g4 wrap"
      onDragOver={(event) => (readOnly ? undefined : event.preventDefault())}
      onDrop={(event) => {
        event.preventDefault();
        if (!readOnly && event.dataTransfer.files.length > 0) {
          upload([...event.dataTransfer.files]);
        }
      }}
    >
      {file !== undefined && <FileChip name={file.name} length={file.length} contentType={file.contentType} href={fileAddress(file.id)} onRemove={readOnly ? undefined : () => onChange(null)} />}
      {value !== null && file === undefined && <FileChip name={t('files.not_there')} gone onRemove={readOnly ? undefined : () => onChange(null)} />}
      {uploads.sending.map((name) => (
        <FileChip key={name} name={name} />
      ))}
      {value === null && uploads.sending.length === 0 && (readOnly ? <span className="t3">{t('files.none')}</span> : <FileButton words look="plain" single label={t('files.choose')} onFiles={upload} />)}
      {uploads.refusal !== null && (
        <span className="danger s" role="alert">
          {refusalText(uploads.refusal)}
        </span>
      )}
    </div>
  );
}
