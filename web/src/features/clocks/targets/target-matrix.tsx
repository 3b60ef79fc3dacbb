import { Reply, SquareCheckBig } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClockChoices, Target } from '../../../api/clock-types';
import { useNames } from '../../../ui/text/names';
import { scopeKey, scopesOf, targetAt, type Scope } from './scopes';
import { TargetCell } from './target-cell';

export type TargetMatrixProps = { targets: readonly Target[]; choices: ClockChoices; added: readonly Scope[] };

/** Lines are what a target is for, columns the priorities; the upper line wins where both fit. */
export function TargetMatrix({ targets, choices, added }: TargetMatrixProps): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const say = useScopeWords(choices);
  const priorities = [...choices.priorities.filter((priority) => priority.isActive || targets.some((target) => target.priorityId === priority.id))];
  const columns = [...priorities.map((priority) => ({ id: priority.id as string | null, name: names(priority.names) })), { id: null, name: t('clocks.any_priority') }];
  return (
    <>
      <p className="row wrap matrix-legend t2" aria-hidden="true">
        <Reply className="i s t3" />
        {t('clocks.kind.response')}
        <SquareCheckBig className="i s t3" />
        {t('clocks.kind.resolution')}
      </p>
      <div className="matrix-wrap" tabIndex={0} role="region" aria-label={t('clocks.targets')}>
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">{t('clocks.target_for')}</th>
              {columns.map((column) => (
                <th key={column.id ?? 'any'} scope="col">
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {scopesOf(targets, added).map((scope) => (
              <tr key={scopeKey(scope)}>
                <th scope="row">
                  {say(scope)[0]}
                  {say(scope).slice(1).map((words) => (
                    <span key={words} className="scope t2 s">
                      {words}
                    </span>
                  ))}
                </th>
                {columns.map((column) => (
                  <TargetCell key={column.id ?? 'any'} scope={scope} priorityId={column.id} target={targetAt(targets, scope, column.id)} label={`${say(scope).join(', ')} · ${column.name}`} column={column.name} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** What a line is for, the most exact first. */
export function useScopeWords(choices: ClockChoices): (scope: Scope) => string[] {
  const { t } = useTranslation();
  const names = useNames();
  return ({ unit, teamId, categoryId }) => {
    const words = [categoryId === null ? undefined : categoryWords(choices, categoryId, names), choices.teams.find((one) => one.id === teamId)?.names, choices.units.find((one) => one.code === unit)?.names].flatMap((one) =>
      one === undefined ? [] : [typeof one === 'string' ? one : names(one)],
    );
    return words.length === 0 ? [t('clocks.everything')] : words;
  };
}

/** `Ürün Hatası › Arızalı Ürün`. */
export function categoryWords(choices: ClockChoices, id: string, names: (names: ClockChoices['categories'][number]['names']) => string): string {
  const row = choices.categories.find((one) => one.id === id);
  if (row === undefined) {
    return '?';
  }
  return row.parentId === null ? names(row.names) : `${categoryWords(choices, row.parentId, names)} › ${names(row.names)}`;
}
