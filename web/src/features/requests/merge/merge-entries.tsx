import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceRequest } from '../../../api/request-types';
import { Skeleton } from '../../../ui/layout/skeleton';
import { Count } from '../../../ui/marks/count';
import { Tag } from '../../../ui/marks/tag';
import { useFormat } from '../../../ui/text/use-format';
import { ToldWords, useTold } from './merge-told';

const shown = 5;

/** What is written on one of the two, the newest first. */
export function MergeEntries({ mark, request, note }: { mark: 'A' | 'B'; request: ServiceRequest; note?: string }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const told = useTold(request.id);
  return (
    <section className="panel" aria-label={`${mark} ${t('requests.merge_records')}`}>
      <div className="ph">
        <h2 className="row g4">
          <Tag tone={mark === 'A' ? 'accent' : 'neutral'}>{mark}</Tag> {t('requests.merge_records')} <Count value={told?.length ?? 0} />
        </h2>
        {note !== undefined && <span className="end s t2">{note}</span>}
      </div>
      {told === undefined ? (
        <Skeleton lines={3} />
      ) : (
        <ul className="merge-list">
          {told.slice(0, shown).map((entry) => (
            <li key={entry.id} className="row">
              <ToldWords entry={entry} />
              <span className="end t2 nowrap">{`${format.shortDate(entry.at)} ${format.time(entry.at)}`}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
