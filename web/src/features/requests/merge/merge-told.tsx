import { FileText, History, PhoneIncoming } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../../api/request-types';
import { useTimeline } from '../record/use-request';

/** What a merged timeline would tell of a request: opening, calls and notes, the newest first. */
export function useTold(id: string): TimelineEntry[] | undefined {
  const { data } = useTimeline(id);
  return data?.filter((entry) => entry.kind === 'note' || entry.kind === 'call' || entry.kind === 'opened').toReversed();
}

/** One of them in a line. */
export function ToldWords({ entry }: { entry: TimelineEntry }): ReactElement {
  const { t } = useTranslation();
  const Icon = entry.kind === 'call' ? PhoneIncoming : entry.kind === 'note' ? FileText : History;
  return (
    <>
      <Icon className={`i s ${entry.kind === 'call' ? 'c-call' : 't2'}`} aria-hidden="true" />
      <span className="cut">{entry.note?.text ?? t(entry.kind === 'call' ? 'requests.timeline.call' : 'requests.timeline.opened')}</span>
    </>
  );
}
