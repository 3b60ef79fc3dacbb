import { FileText, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { fileAddress } from '../../../api/files';
import type { Letter } from '../../../api/mail-types';

/** The files of a letter, to be saved; those that can run carry a warning. */
export function LetterFiles({ letter }: { letter: Letter }): ReactElement {
  const { t, i18n } = useTranslation();
  return (
    <ul className="letter-files" aria-label={t('mail.files')}>
      {letter.attachments.map((file) => {
        const Icon = file.isRisky ? TriangleAlert : FileText;
        const inside = (
          <>
            <Icon className={file.isRisky ? 'i s warn' : 'i s'} aria-hidden="true" />
            <span className="cut">{file.name}</span>
            <span className="t3 s num">{sizeOf(file.length, i18n.language)}</span>
            {file.isRisky && <span className="sr">{t('mail.risky')}</span>}
          </>
        );
        return (
          <li key={file.index}>
            {letter.isIncoming || file.fileId != null ? (
              <a href={file.fileId == null ? `/api/mail/letters/${letter.id}/files/${file.index}` : fileAddress(file.fileId)} download={file.name} title={file.isRisky ? t('mail.risky') : file.name}>
                {inside}
              </a>
            ) : (
              <span>{inside}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function sizeOf(bytes: number, language: string): string {
  const [value, unit] = bytes < 1024 * 1024 ? [Math.max(1, Math.round(bytes / 1024)), 'kB'] : [Math.round((bytes / 1024 / 1024) * 10) / 10, 'MB'];
  return `${value.toLocaleString(language)} ${unit}`;
}
