import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { fileAddress, isPicture } from '../../../api/files';
import type { FilePart } from '../../../api/request-types';
import { FileChip } from '../../../ui/marks/file-chip';
import './files.css';

/** Files of one entry: pictures to be seen at once, the others by name. */
export function TimelineFiles({ files }: { files: readonly FilePart[] }): ReactElement | null {
  const { t } = useTranslation();
  const pictures = files.filter(({ file, removedAt }) => removedAt == null && isPicture(file.contentType));
  const others = files.filter((part) => !pictures.includes(part));
  return (
    <>
      {pictures.length > 0 && (
        <div className="timeline-pictures">
          {pictures.map(({ file }) => (
            <a key={file.id} href={fileAddress(file.id, true)} target="_blank" rel="noreferrer" title={t('files.open', { name: file.name })}>
              <img src={fileAddress(file.id, true)} alt={file.name} width={120} height={84} loading="lazy" />
            </a>
          ))}
        </div>
      )}
      {others.length > 0 && (
        <div className="timeline-files row g4 wrap">
          {others.map(({ file, removedAt }) =>
            removedAt == null ? (
              <FileChip key={file.id} name={file.name} length={file.length} contentType={file.contentType} risky={file.isRisky} href={fileAddress(file.id)} />
            ) : (
              <FileChip key={file.id} name={file.name === '' ? t('files.not_there') : file.name} contentType={file.contentType} gone />
            ),
          )}
        </div>
      )}
    </>
  );
}
