import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceRequest } from '../../../api/request-types';
import { Skeleton } from '../../../ui/layout/skeleton';
import { Count } from '../../../ui/marks/count';
import { Tag } from '../../../ui/marks/tag';
import { useFormat } from '../../../ui/text/use-format';
import { useTimeline } from '../record/use-request';

const shown = 5;

/** What is written on one of the two, the newest first. */
export function MergeEntries({ mark, request, note }: { mark: 'A' | 'B'; request: ServiceRequest; note?: string }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useTimeline(request.id);
  const told = (data ?? []).filter((entry) => entry.kind === 'note' || entry.kind === 'call' || entry.kind === 'opened').toReversed();
  return (
    <section className="panel" aria-label={`${mark} ${t('requests.merge_records')}`}>
      <div className="ph">
        <h2 className="row g4">
          <Tag tone={mark === 'A' ? 'accent' : 'neutral'}>{mark}</Tag> {t('requests.merge_records')} <Count value={told.length} />
        </h2>
        {note !== undefined && <span className="end s t2">{note}</span>}
      </div>
      {data === undefined ? (
        <Skeleton lines={3} />
      ) : (
        <ul className="merge-list">
          {told.slice(0, shown).map((entry) => (
            <li key={entry.id} className="row">
              <span className="cut">{entry.note?.text ?? t(entry.kind === 'call' ? 'requests.timeline.call' : 'requests.timeline.opened')}</span>
              <span className="end t2 num nowrap">{format.shortDate(entry.at)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
