import { Megaphone, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Skeleton } from '../../../ui/layout/skeleton';
import { serverNow } from '../../../ui/text/now';
import { useFormat } from '../../../ui/text/use-format';
import { useAnnounced, type Notice } from './use-notices';
import './announced-list.css';

/** The last announcements to me, as a part of any page. */
export function AnnouncedList(): ReactElement {
  const { t } = useTranslation();
  const { data, error } = useAnnounced();
  if (data === undefined) {
    return <div className="announced-none">{error === null ? <Skeleton lines={2} /> : <RefusalNotice error={error} />}</div>;
  }
  return data.length === 0 ? (
    <p className="announced-none t2">{t('notices.none_announced')}</p>
  ) : (
    <ul className="announced" tabIndex={0} aria-label={t('notices.announced')}>
      {data.map((notice) => (
        <OneAnnounced key={notice.id} notice={notice} />
      ))}
    </ul>
  );
}

function OneAnnounced({ notice }: { notice: Notice }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const isWarning = notice.kind === 'warning';
  const Icon = isWarning ? TriangleAlert : Megaphone;
  const words = t(notice.textKey, notice.args);
  return (
    <li>
      <Icon className={isWarning ? 'i s warn' : 'i s t2'} aria-hidden="true" />
      <span className="announced-text">
        {isWarning && <span className="sr">{t('notices.kind.warning')}: </span>}
        {notice.path === '' ? words : <Link to={notice.path}>{words}</Link>}
        <span className="s t2 announced-who">{[notice.by?.name, format.moment(notice.at, serverNow())].filter(Boolean).join(', ')}</span>
      </span>
    </li>
  );
}
