import { ArrowRight, Minus, Pencil, Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Skeleton } from '../../../ui/layout/skeleton';
import { useNames } from '../../../ui/text/names';
import { findStage } from '../designer/edit-design';
import type { Design, Diff as DiffAnswer, Transition } from '../process-types';

/** What differs from another version, in words. */
export function Diff({ diff, error, before, after }: { diff: DiffAnswer | undefined; error: unknown; before: Design; after: Design }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  if (diff === undefined) {
    return error == null ? <Skeleton lines={3} /> : <RefusalNotice error={error} />;
  }
  const stageName = (code: string): string => {
    const stage = findStage(after, code) ?? findStage(before, code);
    return stage === undefined ? code : names(stage.names) || code;
  };
  const lineOf = (line: Transition): ReactElement => (
    <span className="row g4">
      {stageName(line.from)} <ArrowRight className="i s t3" aria-hidden="true" /> {stageName(line.to)}
    </span>
  );
  const isEmpty = Object.values(diff).every((part) => part.length === 0);
  return (
    <ul className="diff">
      {isEmpty && <li className="t2">{t('processes.no_difference')}</li>}
      {diff.added.map((stage) => (
        <li key={`a${stage.code}`}>
          <Plus className="i s ok" aria-hidden="true" />
          {t('processes.diff_added', { stage: stageName(stage.code) })}
        </li>
      ))}
      {diff.removed.map((stage) => (
        <li key={`r${stage.code}`}>
          <Minus className="i s danger" aria-hidden="true" />
          {t('processes.diff_removed', { stage: names(stage.names) || stage.code })}
        </li>
      ))}
      {diff.changed.map((stage) => (
        <li key={`c${stage.code}`}>
          <Pencil className="i s acc" aria-hidden="true" />
          <span>
            {stageName(stage.code)}: <span className="t2">{stage.parts.map((part) => t(`processes.part.${part}`)).join(', ')}</span>
          </span>
        </li>
      ))}
      {diff.addedTransitions.map((line) => (
        <li key={`l${line.from}:${line.to}`}>
          <Plus className="i s ok" aria-hidden="true" />
          {lineOf(line)}
        </li>
      ))}
      {diff.removedTransitions.map((line) => (
        <li key={`m${line.from}:${line.to}`}>
          <Minus className="i s danger" aria-hidden="true" />
          {lineOf(line)}
        </li>
      ))}
    </ul>
  );
}
