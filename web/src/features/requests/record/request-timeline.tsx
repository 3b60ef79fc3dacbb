import { BookOpen, FileText, GitMerge, History, Paperclip, PencilLine, PhoneCall, PhoneIncoming, PhoneOutgoing } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CallPart, ChangedField, TimelineEntry as Entry } from '../../../api/request-types';
import { soundAddress } from '../../../api/recordings';
import { StageMark } from '../../../ui/marks/stage-mark';
import { Tag } from '../../../ui/marks/tag';
import { Timeline, TimelineDay, TimelineEntry, TimelineLine } from '../../../ui/records/timeline';
import { RecordingLine } from '../../../ui/sound/recording-line';
import { isSameDay } from '../../../ui/text/format';
import { useNames } from '../../../ui/text/names';
import { useNow } from '../../../ui/text/now';
import { useFormat } from '../../../ui/text/use-format';
import { stageMarkOf } from '../stage-kind';
import { CallFacts } from './call-facts';
import { EntryFiles } from './entry-files';
import { LetterEntry } from './letter-entry';
import { filesOfNote } from './shown-file';

/** The call the agent is in, or writes up once it is over: its time is on screen before the records know. */
export type LiveCall = { callId: string; connectedAt: string | null; over: { talkedSeconds: number } | null };

/** Calls, notes, changes and stages of a request, newest next to the composer. */
export function RequestTimeline({ entries, liveCall }: { entries: readonly Entry[]; liveCall?: LiveCall | undefined }): ReactElement {
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

type EntryProps = { entry: Entry; liveCall?: LiveCall | undefined };

function OneEntry({ entry, liveCall }: EntryProps): ReactElement | null {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const time = format.time(entry.at);
  const { call, note, stage, change, merge, article, file, letter, by } = entry;

  if (call != null) {
    return <CallEntry entry={entry} call={call} liveCall={liveCall} />;
  }
  if (letter != null) {
    return <LetterEntry entry={entry} letter={letter} />;
  }
  if (note != null) {
    return (
      <TimelineEntry icon={FileText} channel="note" title={t('requests.timeline.note')} who={by?.name} tags={
          <>
            <Tag tone={note.customerSees ? 'info' : 'line'}>{t(note.customerSees ? 'requests.note_visible' : 'requests.note_internal')}</Tag>
            {by == null && <Tag>{t('requests.note_automatic')}</Tag>}
            {entry.from != null && <Tag>{entry.from}</Tag>}
          </>
        } time={time} at={entry.at}>
        {note.text}
        <EntryFiles files={filesOfNote(note.files)} />
      </TimelineEntry>
    );
  }
  if (file != null) {
    return (
      <TimelineEntry icon={Paperclip} channel="note" title={t('requests.timeline.file')} who={by?.name} tags={entry.from != null && <Tag>{entry.from}</Tag>} time={time} at={entry.at}>
        <EntryFiles files={filesOfNote([file])} />
      </TimelineEntry>
    );
  }
  if (stage != null) {
    return (
      <TimelineLine mark={<StageMark kind={stageMarkOf(stage.toKind)} />} time={time} at={entry.at}>
        <b className="md">{names(stage.from)}</b> → <b className="md">{names(stage.to)}</b>
        {by != null && ` · ${by.name}`}
        {stage.outcome != null && ` ${t(`processes.did.${stage.outcome}`)}`}
        {stage.part != null && ` · ${t('processes.part_said', { part: stage.part })}`}
        {stage.comment != null && stage.comment !== '' && ` · “${stage.comment}”`}
      </TimelineLine>
    );
  }
  if (article != null) {
    return (
      <TimelineLine mark={<BookOpen className="i s" aria-hidden="true" />} time={time} at={entry.at}>
        {t('requests.timeline.article')} <Link to={`/knowledge/${article.articleId}`}>{article.title}</Link>
        {article.result != null && ` · ${t(`knowledge.result.${article.result}`)}`}
        {by != null && ` · ${by.name}`}
      </TimelineLine>
    );
  }
  if (merge != null) {
    return (
      <TimelineLine mark={<GitMerge className="i s" aria-hidden="true" />} time={time} at={entry.at}>
        <Link to={`/requests/${merge.requestId}?itself`}>{t(`requests.timeline.${merge.isUndone ? 'unmerged' : 'merged'}_${merge.isInto ? 'into' : 'in'}`, { number: merge.number })}</Link>
        {by != null && ` · ${by.name}`}
      </TimelineLine>
    );
  }
  if (change != null) {
    return (
      <TimelineLine mark={<PencilLine className="i s" aria-hidden="true" />} time={time} at={entry.at}>
        {by != null && `${by.name} · `}
        {change.fields.map((field) => changeText(field, t)).join(', ')}
      </TimelineLine>
    );
  }
  return (
    <TimelineLine mark={<History className="i s" aria-hidden="true" />} time={time} at={entry.at}>
      {by == null ? t('requests.timeline.opened') : t('requests.timeline.opened_by', { name: by.name })}
    </TimelineLine>
  );
}

function CallEntry({ entry, call, liveCall }: EntryProps & { call: CallPart }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const isHere = call.callId === liveCall?.callId;
  const isOut = call.direction === 'outbound';
  const number = call.number == null ? t('requests.timeline.call_withheld') : format.phone(call.number);
  const over = isHere ? liveCall?.over : undefined;
  const isLive = isHere ? over === null : call.live && liveCall === undefined;
  const since = (isHere ? liveCall?.connectedAt : call.answeredAt) ?? entry.at;
  return (
    <TimelineEntry
      icon={isLive ? PhoneCall : isOut ? PhoneOutgoing : PhoneIncoming}
      channel="call"
      title={isOut ? t('requests.timeline.call_out') : t('requests.timeline.call')}
      who={(isOut ? [call.agent?.name, number] : [number, call.agent?.name]).filter(Boolean).join(' → ')}
      tags={isLive ? <LiveTime since={since} /> : undefined}
      time={format.time(entry.at)}
      at={entry.at}
      live={isLive}
    >
      <CallFacts call={over != null && call.live ? { ...call, ...over } : call} isLive={isLive} />
      {call.recordings?.map((one) => (
        <RecordingLine key={one.id} kind={one.kind} state={one.state} gone={one.gone ?? null} seconds={one.seconds} src={one.mayHear ? soundAddress(one.id) : undefined} />
      ))}
    </TimelineEntry>
  );
}

type Translate = ReturnType<typeof useTranslation>['t'];

function changeText({ name, from, to }: ChangedField, t: Translate): string {
  const field = t(`requests.timeline.field.${name}`, { defaultValue: name });
  const value = (raw: string | null | undefined): string => (raw == null || raw === '' ? t('requests.timeline.nothing') : t(`requests.${name}.${raw}`, { defaultValue: raw }));
  const isLong = name === 'text' || name === 'answers' || name === 'answer' || name === 'work';
  return isLong ? t('requests.timeline.field_changed', { field }) : t('requests.timeline.changed_from_to', { field, from: value(from), to: value(to) });
}

function LiveTime({ since }: { since: string }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  return (
    <Tag tone="accent">
      <span className="num">{t('requests.timeline.call_live', { time: format.clock((now - Date.parse(since)) / 1000) })}</span>
    </Tag>
  );
}
