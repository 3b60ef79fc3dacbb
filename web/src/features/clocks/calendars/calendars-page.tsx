import { CalendarClock, Plus } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { classes } from '../../../ui/classes';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { Skeleton } from '../../../ui/layout/skeleton';
import { toast } from '../../../ui/overlays/toasts';
import { PageHead } from '../../../ui/shell/app-frame';
import { usePageTitle } from '../../../ui/shell/page-title';
import { useNames } from '../../../ui/text/names';
import { serverNow } from '../../../ui/text/now';
import { ClockTabs } from '../clock-tabs';
import { draftOf, newDraft } from './calendar-draft';
import { CalendarForm } from './calendar-form';
import { useCalendars, useClockChoices } from './use-calendars';
import '../clocks.css';

/** The calendars by which time counts. */
export function CalendarsPage(): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const calendars = useCalendars();
  const choices = useClockChoices();
  const [search, setSearch] = useSearchParams();
  const [today] = useState(() => new Date(serverNow()).toISOString().slice(0, 10));
  usePageTitle(t('clocks.calendars'));
  const wanted = search.get('id') ?? calendars.data?.[0]?.id ?? 'new';
  const chosen = calendars.data?.find((calendar) => calendar.id === wanted);
  const start = (): void => setSearch({ id: 'new' });
  useShortcuts([{ key: 'n', label: t('clocks.calendar_add'), group: t('clocks.calendars'), run: start }]);

  return (
    <div className="clocks">
      <div className="clocks-head">
        <PageHead title={t('clocks.title')}>
          <Button icon={Plus} keys="n" onClick={start}>
            {t('clocks.calendar_add')}
          </Button>
        </PageHead>
        <ClockTabs value="calendars" />
      </div>
      <RefusalNotice error={calendars.error} />
      <div className="cal-page">
        <nav className="cal-list" aria-label={t('clocks.calendars')}>
          {(calendars.data ?? []).map((calendar) => (
            <button key={calendar.id} type="button" className={classes('cal-item', calendar.id === wanted && 'on')} aria-current={calendar.id === wanted ? 'true' : undefined} onClick={() => setSearch({ id: calendar.id })}>
              <CalendarClock className="i" aria-hidden="true" />
              <span className="grow">
                <b className="md cut">{names(calendar.calendar.names)}</b>
                <span className="t2 s cut">{t('clocks.used_by', { count: calendar.units.length + calendar.teams.length })}</span>
              </span>
            </button>
          ))}
        </nav>
        {calendars.isPending ? (
          <Skeleton lines={8} />
        ) : (
          <CalendarForm
            key={chosen === undefined ? 'new' : `${chosen.id} ${chosen.version}`}
            start={chosen === undefined ? newDraft(choices.data?.units[0]?.timeZone ?? 'Europe/Istanbul') : draftOf(chosen)}
            choices={choices.data}
            today={today}
            onSaved={(calendar) => {
              setSearch({ id: calendar.id });
              toast({ title: t('clocks.saved', { name: names(calendar.calendar.names) }), detail: t('clocks.recomputing') });
            }}
            onRemoved={() => setSearch({})}
          />
        )}
      </div>
    </div>
  );
}
