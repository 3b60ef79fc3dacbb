import { FileSpreadsheet, FileText, Image, LoaderCircle, TriangleAlert, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../classes';
import { useFormat } from '../text/use-format';
import './file-chip.css';

export type FileChipProps = {
  name: string;
  /** In bytes; left out while it is on its way. */
  length?: number;
  contentType?: string;
  /** Where a click gets it from. */
  href?: string;
  /** A program or a script. */
  risky?: boolean;
  /** It was here once. */
  gone?: boolean;
  onRemove?: (() => void) | undefined;
};

/** A file: its kind, name and size; a click gets it. */
export function FileChip({ name, length, contentType = '', href, risky = false, gone = false, onRemove }: FileChipProps): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const inside = (
    <>
      <FileIcon contentType={contentType} risky={risky} sending={length === undefined && !gone} />
      <span className="cut">{name}</span>
      {risky && <span className="sr">{t('files.risky')}</span>}
      {length !== undefined && <span className="t3 num">{format.bytes(length)}</span>}
    </>
  );
  return (
    <span className={classes('file-chip', gone && 'gone')}>
      {href === undefined ? (
        <span className="file-chip-in">{inside}</span>
      ) : (
        <a className="file-chip-in" href={href} download={name} title={risky ? t('files.risky') : t('files.open', { name })}>
          {inside}
        </a>
      )}
      {onRemove !== undefined && (
        <button type="button" className="file-chip-off" aria-label={t('files.remove', { name })} title={t('files.remove', { name })} onClick={onRemove}>
          <X className="i s" aria-hidden="true" />
        </button>
      )}
    </span>
  );
}

function FileIcon({ contentType, risky, sending }: { contentType: string; risky: boolean; sending: boolean }): ReactElement {
  if (risky) {
    return <TriangleAlert className="i s danger" aria-hidden="true" />;
  }
  if (sending) {
    return <LoaderCircle className="i s" aria-hidden="true" />;
  }
  if (contentType.startsWith('image/')) {
    return <Image className="i s" aria-hidden="true" />;
  }
  return /sheet|excel|csv/.test(contentType) ? <FileSpreadsheet className="i s" aria-hidden="true" /> : <FileText className="i s" aria-hidden="true" />;
}
