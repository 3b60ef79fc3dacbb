import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { AddFilterChip, FilterChip } from '../../../ui/layout/filter-chip';
import { Menu, type MenuEntry } from '../../../ui/overlays/menu';
import { useOffer } from '../../../api/offer';
import { useNames } from '../../../ui/text/names';
import { useCustomer } from '../record/use-customers';
import { useDefinitions } from '../record/use-request';
import { filterNames, withFilter, type FilterName } from './list-filter';

/** One chip per condition; the dashed one (`F`) adds, a chip's word changes, its cross removes. */
export function FilterBar({ search, onSearch }: { search: URLSearchParams; onSearch: (next: URLSearchParams) => void }): ReactElement {
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState<FilterName | 'any' | null>(null);
  const choices = useChoices();
  const { data: customer } = useCustomer(search.get('customer') ?? undefined);
  const chosen = filterNames.filter((name) => search.get(name) !== null);
  const wordOf = (name: FilterName, value: string): string => (name === 'customer' ? (customer?.name ?? '…') : value.split(',').map((one) => choices[name].find((choice) => choice.value === one)?.label ?? one).join(', '));

  useShortcuts([{ key: 'f', label: t('requests.filter_add'), group: t('ui.keys_list'), run: () => setIsOpen('any') }]);

  const entriesOf = (name: FilterName): MenuEntry[] => choices[name].map((choice) => ({ label: choice.label, checked: search.get(name) === choice.value, run: () => onSearch(withFilter(search, name, choice.value)) }));
  const entries: MenuEntry[] =
    isOpen === 'any' || isOpen === null
      ? filterNames.filter((name) => choices[name].length > 0 && search.get(name) === null).map((name): MenuEntry => ({ label: t(headings[name]), run: () => setIsOpen(name) }))
      : entriesOf(isOpen);

  return (
    <div className="list-filters" ref={bar} role="group" aria-label={t('requests.filters')}>
      {chosen.map((name) => (
        <FilterChip
          key={name}
          name={t(headings[name])}
          value={wordOf(name, search.get(name) ?? '')}
          {...(choices[name].length === 0 ? {} : { onEdit: () => setIsOpen(name) })}
          onRemove={() => onSearch(withFilter(search, name, null))}
        />
      ))}
      <AddFilterChip label={t('requests.filter_add')} keys="f" onPress={() => setIsOpen('any')} />
      {isOpen !== null && <Menu anchor={bar} label={t('requests.filter_add')} entries={entries} onClose={() => setIsOpen(null)} />}
    </div>
  );
}

const headings: Record<FilterName, string> = {
  kind: 'requests.kind',
  stage: 'requests.stage',
  unit: 'requests.unit',
  owner: 'requests.owner',
  priority: 'requests.priority',
  category: 'requests.category',
  team: 'requests.team',
  tag: 'requests.tags',
  watched: 'requests.watched',
  merged: 'requests.filter_merged',
  customer: 'requests.customer',
  opened: 'requests.opened_at',
  resolved: 'requests.resolved_at',
};

type Choice = { value: string; label: string };

function useChoices(): Record<FilterName, Choice[]> {
  const { t } = useTranslation();
  const names = useNames();
  const offer = useOffer();
  const { data: definitions } = useDefinitions();
  const choices = (values: readonly string[], prefix: string): Choice[] => values.map((value) => ({ value, label: t(`${prefix}.${value}`) }));
  const spans = choices(['today', 'week'], 'requests.opened');
  return {
    kind: choices(['information', 'action', 'comment', 'none'], 'requests.kind'),
    stage: choices(['open', 'new', 'inProgress', 'waiting', 'approval', 'resolved', 'closed', 'rejected', 'over'], 'requests.stage_kind'),
    unit: [{ value: 'mine', label: t('requests.filter.unit_mine') }, ...(definitions?.units ?? []).map((unit) => ({ value: unit.code, label: names(unit.names) }))],
    owner: [
      { value: 'me', label: t('requests.filter.owner_me') },
      { value: 'none', label: t('requests.filter.owner_none') },
    ],
    priority: offer.rows('priorities').map((row) => ({ value: row.code, label: names(row.names) })).reverse(),
    category: [{ value: 'none', label: t('requests.category_none') }, ...offer.rows('request_categories').filter((row) => row.level < 3).map((row) => ({ value: row.id, label: `${'  '.repeat(row.level - 1)}${names(row.names)}` }))],
    team: [{ value: 'mine', label: t('requests.filter.team_mine') }, { value: 'none', label: t('requests.team_none') }, ...(definitions?.teams ?? []).map((team) => ({ value: team.id, label: names(team.names) }))],
    tag: [],
    watched: [{ value: 'me', label: t('requests.filter.watched_me') }],
    merged: [
      { value: 'yes', label: t('requests.filter.merged_yes') },
      { value: 'all', label: t('requests.filter.merged_all') },
    ],
    opened: spans,
    resolved: spans,
    customer: [],
  };
}
