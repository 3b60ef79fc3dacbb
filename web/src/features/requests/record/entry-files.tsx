import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FileChip } from '../../../ui/marks/file-chip';
import type { ShownFile } from './shown-file';
import './files.css';

/** Files of one entry, a note's or a letter's: pictures to be seen at once, the others by name. */
export function EntryFiles({ files }: { files: readonly ShownFile[] }): ReactElement | null {
  const { t } = useTranslation();
  const pictures = files.flatMap((file) => (file.picture === null ? [] : [{ ...file, picture: file.picture }]));
  const others = files.filter((file) => file.picture === null);
  return (
    <>
      {pictures.length > 0 && (
        <div className="entry-pictures">
          {pictures.map(({ key, name, picture }) => (
            <a key={key} href={picture} target="_blank" rel="noreferrer" title={t('files.open', { name })}>
              <img src={picture} alt={name} width={120} height={84} loading="lazy" />
            </a>
          ))}
        </div>
      )}
      {others.length > 0 && (
        <ul className="entry-files" aria-label={t('files.attached')}>
          {others.map(({ key, name, contentType, length, risky, href }) => (
            <li key={key}>
              {href === null ? (
                <FileChip name={name === '' ? t('files.not_there') : name} contentType={contentType} gone />
              ) : (
                <FileChip name={name} length={length} contentType={contentType} risky={risky} href={href} />
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
