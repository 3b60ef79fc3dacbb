import { CalendarClock, ListTree, Users, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCascade, useOffer } from '../../../api/offer';
import { send } from '../../../api/client';
import { useCan } from '../../../api/me';
import { IconButton } from '../../../ui/actions/icon-button';
import { CascadeField } from '../../../ui/fields/cascade-field';
import { Checkbox } from '../../../ui/fields/checkbox';
import { DateField } from '../../../ui/fields/date-field';
import { Field } from '../../../ui/fields/field';
import { MultiSelect } from '../../../ui/fields/select';
import { useNames } from '../../../ui/text/names';
import type { Language } from '../../../ui/text/language';
import type { ArticleScope, DraftCard } from '../knowledge-types';
import { useDuties } from '../use-knowledge';
import type { Edit } from './edit-state';

type PlacesProps = { card: DraftCard; edit: Edit; change: (change: (edit: Edit) => Edit) => void };

/** Where and when the article is offered: units, categories with what is below them, teams, dates. */
export function Places({ card, edit, change }: PlacesProps): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const units = useDuties();
  const { scope } = edit.draft;
  const unit = scope.units.length === 1 ? scope.units[0] : null;
  const offer = useOffer(unit);
  const everywhere = useOffer();
  const nodes = useCascade(offer, 'request_categories');
  const mayTeams = useCan('queues.settings');
  const teams = useQuery({ queryKey: ['knowledge', 'teams'], queryFn: () => send<{ id: string; names: Record<Language, string> }[]>('GET', '/api/queues/teams'), enabled: mayTeams, staleTime: 300_000 });
  const set = (part: Partial<ArticleScope>): void => change((now) => ({ ...now, draft: { ...now.draft, scope: { ...now.draft.scope, ...part } } }));
  const nameOf = (id: string): string => {
    const path: string[] = [];
    let row = everywhere.find('request_categories', id);
    while (row !== undefined) {
      path.unshift(names(row.names));
      row = everywhere.find('request_categories', row.parentId);
    }
    return path.length > 0 ? path.join(' › ') : (card.categories.find((one) => one.id === id)?.path.map(names).join(' › ') ?? id);
  };
  return (
    <section className="panel where" aria-labelledby="article-places">
      <div className="ph">
        <h2 id="article-places">{t('knowledge.where')}</h2>
      </div>
      <ul>
        {scope.categories.map((id) => (
          <li key={id}>
            <ListTree className="i s t2" aria-hidden="true" />
            <span className="grow">{t('knowledge.when_category', { name: nameOf(id) })}</span>
            <span className="s t2">{t(card.kind === 'script' && scope.opensByItself ? 'knowledge.by_itself' : 'knowledge.suggested')}</span>
            <IconButton icon={X} size="small" look="quiet" label={t('knowledge.remove_place', { name: nameOf(id) })} onClick={() => set({ categories: scope.categories.filter((one) => one !== id) })} />
          </li>
        ))}
        {scope.teams.map((id) => {
          const team = teams.data?.find((one) => one.id === id);
          const name = team === undefined ? t('knowledge.team') : names(team.names);
          return (
            <li key={id}>
              <Users className="i s t2" aria-hidden="true" />
              <span className="grow">{t('knowledge.when_team', { name })}</span>
              <span className="s t2">{t('knowledge.suggested')}</span>
              <IconButton icon={X} size="small" look="quiet" label={t('knowledge.remove_place', { name })} onClick={() => set({ teams: scope.teams.filter((one) => one !== id) })} />
            </li>
          );
        })}
        {(scope.from !== null || scope.until !== null) && (
          <li>
            <CalendarClock className="i s t2" aria-hidden="true" />
            <span className="grow">{t('knowledge.scheduled')}</span>
          </li>
        )}
      </ul>
      <div className="where-fields">
        <Field label={t('knowledge.units')} hint={t('knowledge.units_hint')}>
          <MultiSelect value={scope.units} onChange={(next) => set({ units: next })} options={(units.data ?? []).map((row) => ({ value: row.unit, label: names(row.names) }))} />
        </Field>
        <Field label={t('knowledge.add_category')}>
          <CascadeField nodes={nodes} value={null} onChange={(id) => id !== null && !scope.categories.includes(id) && set({ categories: [...scope.categories, id] })} />
        </Field>
        {teams.data !== undefined && (
          <Field label={t('knowledge.teams')}>
            <MultiSelect value={scope.teams} onChange={(next) => set({ teams: next })} options={teams.data.map((team) => ({ value: team.id, label: names(team.names) }))} />
          </Field>
        )}
        <Field label={t('knowledge.from')}>
          <DateField withTime value={scope.from} onChange={(from) => set({ from })} />
        </Field>
        <Field label={t('knowledge.until')}>
          <DateField withTime value={scope.until} onChange={(until) => set({ until })} />
        </Field>
        <Field label={t('knowledge.review_on')} hint={t('knowledge.review_hint')}>
          <DateField value={edit.reviewOn} onChange={(reviewOn) => change((now) => ({ ...now, reviewOn }))} />
        </Field>
        {card.kind === 'script' && scope.categories.length > 0 && (
          <div className="where-check">
            <Checkbox label={t('knowledge.opens_by_itself')} checked={scope.opensByItself} onChange={(opensByItself) => set({ opensByItself })} />
          </div>
        )}
      </div>
    </section>
  );
}
