import { AlarmClock, AtSign, Eye, Stamp, TriangleAlert, UserRoundCheck, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../../ui/classes';
import { useFormat } from '../../../ui/text/use-format';
import type { Notice } from './use-notices';

const icons: Record<Notice['kind'], [LucideIcon, string]> = {
  assigned: [UserRoundCheck, 'acc'],
  mentioned: [AtSign, 'acc'],
  watched: [Eye, 't2'],
  approval: [Stamp, 'acc'],
  warning: [TriangleAlert, 'warn'],
  escalation: [AlarmClock, 'danger'],
};

/** One notice: what happened, who did it, when; the point marks it as not yet read and takes the mark off. */
export function NoticeLine({ notice, onOpen, onMark }: { notice: Notice; onOpen: () => void; onMark: () => void }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const [Icon, colour] = icons[notice.kind];
  const mark = notice.isRead ? t('notices.mark_unread') : t('notices.unread');
  return (
    <li className={classes('notice-line', !notice.isRead && 'new')}>
      <button type="button" className="notice-open" onClick={onOpen}>
        <Icon className={classes('i', colour)} aria-hidden="true" />
        <span className="notice-text">
          <span className="sr">{t(`notices.kind.${notice.kind}`)}: </span>
          {t(notice.textKey, notice.args)}
          {notice.count > 1 && <span className="t3"> {t('notices.more_of_same', { count: notice.count - 1 })}</span>}
        </span>
        <span className="notice-who s t2">
          {notice.by != null && `${notice.by.name} · `}
          <span className="num">{format.time(notice.at)}</span>
          {!notice.isRead && <span className="sr">, {t('notices.unread')}</span>}
        </span>
      </button>
      <button type="button" className="notice-mark" aria-label={mark} aria-pressed={!notice.isRead} title={mark} onClick={onMark}>
        <span className="notice-point" />
      </button>
    </li>
  );
}
