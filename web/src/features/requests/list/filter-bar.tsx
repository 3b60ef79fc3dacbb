import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { AddFilterChip, FilterChip } from '../../../ui/layout/filter-chip';
import { Menu, type MenuEntry } from '../../../ui/overlays/menu';
import { useCustomer } from '../record/use-customers';
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
      ? filterNames.filter((name) => name !== 'customer' && search.get(name) === null).flatMap((name): MenuEntry[] => [{ kind: 'head', label: t(headings[name]) }, ...entriesOf(name)])
      : entriesOf(isOpen);

  return (
    <div className="list-filters" ref={bar} role="group" aria-label={t('requests.filters')}>
      {chosen.map((name) => (
        <FilterChip
          key={name}
          name={t(headings[name])}
          value={wordOf(name, search.get(name) ?? '')}
          {...(name === 'customer' ? {} : { onEdit: () => setIsOpen(name) })}
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
  customer: 'requests.customer',
  opened: 'requests.opened_at',
  resolved: 'requests.resolved_at',
};

type Choice = { value: string; label: string };

function useChoices(): Record<FilterName, Choice[]> {
  const { t } = useTranslation();
  const choices = (values: readonly string[], prefix: string): Choice[] => values.map((value) => ({ value, label: t(`${prefix}.${value}`) }));
  const spans = choices(['today', 'week'], 'requests.opened_at');
  return {
    kind: choices(['information', 'action', 'comment', 'none'], 'requests.kind'),
    stage: choices(['open', 'new', 'inProgress', 'waiting', 'resolved', 'closed', 'rejected', 'over'], 'requests.stage_kind'),
    unit: [{ value: 'mine', label: t('requests.filter.unit_mine') }, ...choices(['internet', 'appliance', 'municipal'], 'requests.unit')],
    owner: [
      { value: 'me', label: t('requests.filter.owner_me') },
      { value: 'none', label: t('requests.filter.owner_none') },
    ],
    priority: choices(['urgent', 'high', 'normal', 'low'], 'requests.priority'),
    opened: spans,
    resolved: spans,
    customer: [],
  };
}
