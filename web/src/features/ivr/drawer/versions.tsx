import { History } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Skeleton } from '../../../ui/layout/skeleton';
import { Tag } from '../../../ui/marks/tag';
import { useFormat } from '../../../ui/text/use-format';
import { useFlowVersions } from '../use-flows';

/** What was published when and by whom; the way back to each. */
export function Versions({ code, published, mayEdit, onRollBack }: { code: string; published: number; mayEdit: boolean; onRollBack: (version: number) => void }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const versions = useFlowVersions(code, published);
  if (versions.data === undefined) {
    return versions.error === null ? <Skeleton lines={3} /> : <RefusalNotice error={versions.error} />;
  }
  return (
    <ul className="versions">
      {versions.data.map((version) => (
        <li key={version.version}>
          <span className="version-name">
            <b className="md">{t('ivr.version', { number: version.version })}</b>
            {version.version === published && <Tag tone="ok">{t('ivr.holds')}</Tag>}
          </span>
          <span className="t2 grow cut" title={version.note ?? undefined}>
            {[format.dateTime(version.at), version.by, version.note].filter((part) => part != null).join(' · ')}
          </span>
          {version.version !== published && mayEdit && (
            <Button size="small" icon={History} onClick={() => onRollBack(version.version)}>
              {t('ivr.roll_back')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
