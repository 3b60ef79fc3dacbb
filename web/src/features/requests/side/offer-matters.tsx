import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../api/me';
import { Skeleton } from '../../../ui/layout/skeleton';
import { StageMark } from '../../../ui/marks/stage-mark';
import { useNames } from '../../../ui/text/names';
import { serverNow } from '../../../ui/text/now';
import { useFormat } from '../../../ui/text/use-format';
import { useRequestsOf } from '../record/use-customers';
import { stageMarkOf } from '../stage-kind';
import './side.css';

const shown = 4;

/** On the offered card: what this customer has open, and what was last. Nothing of an unidentified caller (D2). */
export function OfferMatters({ customerId }: { customerId: string | undefined }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const { data, isLoading } = useRequestsOf(useCan('requests.read') ? customerId : undefined);
  const rows = (data ?? []).slice(0, shown);
  return (
    <>
      <p className="s t2 matters-head">{t('requests.open_and_last')}</p>
      {isLoading && <Skeleton lines={2} />}
      {!isLoading && rows.length === 0 && <p className="t2">{customerId === undefined ? t('requests.not_identified') : t('requests.other_none')}</p>}
      <ul className="matters">
        {rows.map((row) => (
          <li key={row.id} className="matter">
            <StageMark kind={stageMarkOf(row.stage.kind)} hint={names(row.stage.names)} />
            <span className="cut">
              <b className="md">{row.number}</b> {row.subject ?? t('requests.no_subject')}
            </span>
            <span className="num s t2">{format.moment(row.changedAt, serverNow())}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
