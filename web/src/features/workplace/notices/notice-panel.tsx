import { Bell, CheckCheck, Megaphone } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCan } from '../../../api/me';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { EmptyState } from '../../../ui/layout/empty-state';
import { Skeleton } from '../../../ui/layout/skeleton';
import { serverNow } from '../../../ui/text/now';
import { useFormat } from '../../../ui/text/use-format';
import { AnnounceForm } from './announce-form';
import { NoticeLine } from './notice-line';
import { useNotices, useReadNotices, type Notice } from './use-notices';

/** One's notices by day, newest first. Arrows move, Enter opens, Esc leaves. */
export function NoticePanel({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayAnnounce = useCan('workplace.announce');
  const [isWriting, setIsWriting] = useState(false);
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useNotices();
  const read = useReadNotices();
  const list = useRef<HTMLDivElement>(null);
  const notices = data?.pages.flatMap((page) => page.items) ?? [];
  const hasUnread = (data?.pages[0]?.unread ?? 0) > 0;
  const isRead = !isPending;

  useEffect(() => {
    if (isRead) {
      // The first one, or the panel itself, so that arrows and Esc work at once.
      (list.current?.querySelector<HTMLElement>('.notice-open') ?? list.current)?.focus();
    }
  }, [isRead]);

  const open = (notice: Notice): void => {
    if (!notice.isRead) {
      read.mutate({ id: notice.id, isRead: true });
    }
    if (notice.path !== '') {
      onClose();
      void navigate(notice.path);
    }
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
    const all = [...(list.current?.querySelectorAll<HTMLElement>('.notice-open') ?? [])];
    if (step !== undefined && all.length > 0) {
      event.preventDefault();
      event.stopPropagation();
      const at = all.indexOf(document.activeElement as HTMLElement);
      all[(at + step + all.length) % all.length]?.focus();
    }
  };

  if (isWriting) {
    return <AnnounceForm onDone={() => setIsWriting(false)} />;
  }
  const newest = notices[0];
  return (
    <div className="notices" ref={list} tabIndex={-1} onKeyDown={onKeyDown}>
      <div className="notices-head">
        <h2>{t('notices.title')}</h2>
        <span className="row g4 end">
          {mayAnnounce && (
            <Button size="small" look="quiet" icon={Megaphone} onClick={() => setIsWriting(true)}>
              {t('notices.announce')}
            </Button>
          )}
          {hasUnread && newest !== undefined && (
            <Button size="small" look="quiet" icon={CheckCheck} busy={read.isPending} onClick={() => read.mutate({ until: newest.at })}>
              {t('notices.read_all')}
            </Button>
          )}
        </span>
      </div>
      <RefusalNotice error={error ?? read.error} />
      {isPending && <Skeleton lines={4} />}
      {data !== undefined && notices.length === 0 && (
        <EmptyState icon={Bell} title={t('notices.none')}>
          {t('notices.none_hint')}
        </EmptyState>
      )}
      <Days notices={notices} onOpen={open} onMark={(notice) => read.mutate({ id: notice.id, isRead: !notice.isRead })} />
      {hasNextPage && (
        <div className="notices-more">
          <Button size="small" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('notices.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Days({ notices, onOpen, onMark }: { notices: readonly Notice[]; onOpen: (notice: Notice) => void; onMark: (notice: Notice) => void }): ReactElement {
  const dayOf = useDayName();
  const days = new Map<string, Notice[]>();
  for (const notice of notices) {
    const day = dayOf(notice.at);
    days.set(day, [...(days.get(day) ?? []), notice]);
  }
  return (
    <>
      {[...days].map(([day, ofDay]) => (
        <div key={day} role="group" aria-label={day}>
          <h3 className="notices-day">{day}</h3>
          <ul>
            {ofDay.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} onOpen={() => onOpen(notice)} onMark={() => onMark(notice)} />
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function useDayName(): (at: string) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const now = serverNow();
  const today = format.date(now);
  const yesterday = format.date(now - 86_400_000);
  return (at) => {
    const date = format.date(at);
    return date === today ? t('notices.today') : date === yesterday ? t('notices.yesterday') : format.day(at);
  };
}
