import { FileText, History, PencilLine, PhoneCall, PhoneIncoming } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry as Entry } from '../../../api/request-types';
import { StageMark } from '../../../ui/marks/stage-mark';
import { Tag } from '../../../ui/marks/tag';
import { Timeline, TimelineDay, TimelineEntry, TimelineLine } from '../../../ui/records/timeline';
import { isSameDay } from '../../../ui/text/format';
import { useNames } from '../../../ui/text/names';
import { useNow } from '../../../ui/text/now';
import { useFormat } from '../../../ui/text/use-format';
import { stageMarkOf } from '../stage-kind';
import { CallFacts } from './call-facts';

/** Calls, notes, changes and stages of a request, newest next to the composer. */
export function RequestTimeline({ entries, liveCall }: { entries: readonly Entry[]; liveCall?: { callId: string; connectedAt: string | null } | undefined }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);

  return (
    <Timeline label={t('requests.timeline')}>
      {entries.map((entry, index) => {
        const previous = entries[index - 1];
        const isNewDay = previous === undefined || !isSameDay(previous.at, entry.at);
        return (
          <div key={entry.id}>
            {isNewDay && (index > 0 || !isSameDay(entry.at, now)) && <TimelineDay>{isSameDay(entry.at, now) ? t('requests.today') : format.day(entry.at)}</TimelineDay>}
            <OneEntry entry={entry} liveCall={liveCall} />
          </div>
        );
      })}
    </Timeline>
  );
}

function OneEntry({ entry, liveCall }: { entry: Entry; liveCall?: { callId: string; connectedAt: string | null } | undefined }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const time = format.time(entry.at);

  switch (entry.kind) {
    case 'call': {
      const isLive = entry.live || entry.callId === liveCall?.callId;
      return (
        <TimelineEntry
          icon={isLive ? PhoneCall : PhoneIncoming}
          channel="call"
          title={t('requests.entry_call')}
          who={[entry.number == null ? t('requests.number_withheld') : format.phone(entry.number), entry.agent].filter(Boolean).join(' → ')}
          tags={isLive ? <LiveTime since={liveCall?.connectedAt ?? entry.at} /> : undefined}
          time={time}
          at={entry.at}
          live={isLive}
        >
          <CallFacts call={entry} isLive={isLive} />
        </TimelineEntry>
      );
    }
    case 'note':
      return (
        <TimelineEntry icon={FileText} channel="note" title={t('requests.entry_note')} who={entry.by?.name} tags={<Tag tone={entry.customerSees ? 'info' : 'line'}>{t(entry.customerSees ? 'requests.note_customer' : 'requests.note_internal')}</Tag>} time={time} at={entry.at}>
          {entry.text}
        </TimelineEntry>
      );
    case 'stage':
      return (
        <TimelineLine mark={<StageMark kind={stageMarkOf(entry.to.kind)} />} time={time} at={entry.at}>
          {entry.from != null && (
            <>
              <b className="md">{names(entry.from.names)}</b> →{' '}
            </>
          )}
          <b className="md">{names(entry.to.names)}</b>
          {entry.by != null && ` · ${entry.by.name}`}
          {entry.comment != null && entry.comment !== '' && ` · “${entry.comment}”`}
        </TimelineLine>
      );
    case 'change':
      return (
        <TimelineLine mark={<PencilLine className="i s" aria-hidden="true" />} time={time} at={entry.at}>
          {entry.by?.name}
          {entry.by != null && ' · '}
          {entry.fields.map((field) => changeText(field, t)).join(', ')}
        </TimelineLine>
      );
    case 'opened':
      return (
        <TimelineLine mark={<History className="i s" aria-hidden="true" />} time={time} at={entry.at}>
          {entry.by == null ? t('requests.entry_opened') : t('requests.entry_opened_by', { name: entry.by.name })}
        </TimelineLine>
      );
  }
}

type Translate = ReturnType<typeof useTranslation>['t'];

function changeText({ field, from, to }: { field: string; from?: string | null; to?: string | null }, t: Translate): string {
  const name = t(`requests.field.${field}`, { defaultValue: field });
  const value = (raw: string): string => t([`requests.${field}.${raw}`, 'requests.value_plain'], { value: raw });
  if (field === 'text' || to == null || to === '') {
    return to == null || to === '' ? t('requests.change_cleared', { name }) : t('requests.change_text', { name });
  }
  return from == null || from === '' ? t('requests.change_set', { name, to: value(to) }) : t('requests.change_from', { name, from: value(from), to: value(to) });
}

function LiveTime({ since }: { since: string }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  return (
    <Tag tone="accent">
      {t('requests.call_live')} <span className="num">{format.clock((now - Date.parse(since)) / 1000)}</span>
    </Tag>
  );
}
