import { History } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Skeleton } from '../../../ui/layout/skeleton';
import { Tag } from '../../../ui/marks/tag';
import { useFormat } from '../../../ui/text/use-format';
import type { Version } from '../process-types';

export type VersionsProps = { versions: readonly Version[] | undefined; error: unknown; published: number; onRestore: (number: number) => void; onCompare: (number: number) => void; busy: boolean };

/** What was published when and by whom; an older one can be put back on the canvas. */
export function Versions({ versions, error, published, onRestore, onCompare, busy }: VersionsProps): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <RefusalNotice error={error} />
      {versions === undefined ? (
        <Skeleton lines={3} />
      ) : (
        <ul className="versions">
          {versions.map((version) => (
            <li key={version.number}>
              <span className="version-name">
                <b className="md">{version.number === 0 ? t('processes.version_start') : t('processes.version', { number: version.number })}</b>
                {version.number === published && <Tag tone="ok">{t('processes.published')}</Tag>}
              </span>
              <span className="t2 grow cut" title={version.note ?? undefined}>
                {[version.at == null ? null : format.dateTime(version.at), version.by, version.note].filter((part) => part !== null).join(' · ')}
              </span>
              <Button size="small" look="quiet" onClick={() => onCompare(version.number)}>
                {t('processes.compare')}
              </Button>
              {version.number !== published && (
                <Button size="small" icon={History} busy={busy} onClick={() => onRestore(version.number)}>
                  {t('processes.restore')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
