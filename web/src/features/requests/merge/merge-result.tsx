import { GitMerge } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceRequest } from '../../../api/request-types';
import { SideSection } from '../../../ui/layout/panel';
import { Count } from '../../../ui/marks/count';
import { Tag } from '../../../ui/marks/tag';
import { ToldWords, useTold } from './merge-told';

const shown = 8;

/** The timeline as it will be, with where each entry comes from. */
export function MergeResult({ into, from }: { into: ServiceRequest; from: ServiceRequest }): ReactElement {
  const { t } = useTranslation();
  const ofInto = useTold(into.id) ?? [];
  const ofFrom = useTold(from.id) ?? [];
  const all = [...ofInto.map((entry) => ({ entry, mark: 'A' as const })), ...ofFrom.map((entry) => ({ entry, mark: 'B' as const }))].sort((one, other) => other.entry.at.localeCompare(one.entry.at));
  return (
    <SideSection title={t('requests.merge_result')} icon={GitMerge} aside={<span className="nowrap">{into.number}</span>}>
      <p className="row g4 merge-result-head">
        {t('requests.timeline')} <Count value={all.length} />
      </p>
      <ul className="merge-result">
        {all.slice(0, shown).map(({ entry, mark }) => (
          <li key={`${mark}${entry.id}`} className="row">
            <ToldWords entry={entry} />
            <span className="end">
              <Tag tone={mark === 'A' ? 'accent' : 'neutral'}>{mark}</Tag>
            </span>
          </li>
        ))}
        {all.length > shown && <li className="t2 s">{t('requests.merge_more', { count: all.length - shown })}</li>}
      </ul>
    </SideSection>
  );
}
