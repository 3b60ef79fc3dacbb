import { Tags } from 'lucide-react';
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { AddFilterChip, FilterChip } from '../../../ui/layout/filter-chip';
import { Menu, type MenuEntry } from '../../../ui/overlays/menu';
import { useOffer } from '../../../api/offer';
import { useNames } from '../../../ui/text/names';
import { useCustomer } from '../record/use-customers';
import { useDefinitions, useTags } from '../record/use-request';
import { TagDialog } from './bulk-dialogs';
import { filterNames, withFilter, type FilterName } from './list-filter';

/** One chip per condition; the dashed one (`F`) adds, a chip's word changes, its cross removes. */
export function FilterBar({ search, onSearch }: { search: URLSearchParams; onSearch: (next: URLSearchParams) => void }): ReactElement {
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState<FilterName | 'any' | null>(null);
  const [asksTag, setAsksTag] = useState(false);
  const choices = useChoices(isOpen === 'tag');
  const { data: customer } = useCustomer(search.get('customer') ?? undefined);
  const chosen = filterNames.filter((name) => search.get(name) !== null);
  const wordOf = (name: FilterName, value: string): string => (name === 'customer' ? (customer?.name ?? '…') : value.split(',').map((one) => choices[name].find((choice) => choice.value === one)?.label ?? one).join(', '));

  useShortcuts([{ key: 'f', label: t('requests.filter_add'), group: t('ui.keys_list'), run: () => setIsOpen('any') }]);

  const choose = (name: FilterName, value: string | null): void => onSearch(withFilter(search, name, value));
  const isOffered = (name: FilterName): boolean => name === 'tag' || choices[name].length > 0;
  const entriesOf = (name: FilterName): MenuEntry[] => [
    ...choices[name].map((choice): MenuEntry => ({ label: choice.label, checked: search.get(name) === choice.value, run: () => choose(name, choice.value) })),
    ...(name === 'tag' ? [{ label: t('requests.filter.tag_other'), icon: Tags, run: () => setAsksTag(true) }] : []),
  ];
  const entries: MenuEntry[] =
    isOpen === 'any' || isOpen === null
      ? filterNames.filter((name) => isOffered(name) && search.get(name) === null).map((name): MenuEntry => ({ label: t(headings[name]), run: () => setIsOpen(name) }))
      : entriesOf(isOpen);

  return (
    <div className="list-filters" ref={bar} role="group" aria-label={t('requests.filters')}>
      {chosen.map((name) => (
        <FilterChip
          key={name}
          name={t(headings[name])}
          value={wordOf(name, search.get(name) ?? '')}
          {...(isOffered(name) ? { onEdit: () => setIsOpen(name) } : {})}
          onRemove={() => choose(name, null)}
        />
      ))}
      <AddFilterChip label={t('requests.filter_add')} keys="f" onPress={() => setIsOpen('any')} />
      {isOpen !== null && <Menu anchor={bar} label={t('requests.filter_add')} entries={entries} onClose={() => setIsOpen(null)} />}
      {asksTag && (
        <TagDialog
          title={t('requests.filter.tag_which')}
          confirmLabel={t('requests.filter.tag_show')}
          onConfirm={(word) => {
            setAsksTag(false);
            choose('tag', word);
          }}
          onClose={() => setAsksTag(false)}
        />
      )}
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
  channel: 'requests.channel',
  watched: 'requests.watched',
  merged: 'requests.filter_merged',
  customer: 'requests.customer',
  opened: 'requests.opened_at',
  resolved: 'requests.resolved_at',
};

type Choice = { value: string; label: string };

function useChoices(asksTags: boolean): Record<FilterName, Choice[]> {
  const { t } = useTranslation();
  const names = useNames();
  const offer = useOffer();
  const { data: definitions } = useDefinitions();
  const { data: tags } = useTags('', asksTags);
  const choices = (values: readonly string[], prefix: string): Choice[] => values.map((value) => ({ value, label: t(`${prefix}.${value}`) }));
  const spans = choices(['today', 'week'], 'requests.opened');
  return {
    kind: choices(['information', 'action', 'comment', 'none'], 'requests.kind'),
    stage: choices(['open', 'new', 'inProgress', 'waiting', 'approval', 'resolved', 'closed', 'rejected', 'over'], 'requests.stage_kind'),
    unit: [{ value: 'mine', label: t('requests.filter.unit_mine') }, ...(definitions?.units ?? []).map((unit) => ({ value: unit.code, label: names(unit.names) }))],
    owner: [
      { value: 'me', label: t('requests.filter.owner_me') },
      { value: 'none', label: t('requests.filter.owner_none') },
      ...(definitions?.people ?? []).filter((person) => person.mayWork).map((person) => ({ value: person.id, label: person.name })),
    ],
    priority: offer.rows('priorities').map((row) => ({ value: row.code, label: names(row.names) })).reverse(),
    category: [{ value: 'none', label: t('requests.category_none') }, ...offer.rows('request_categories').filter((row) => row.level < 3).map((row) => ({ value: row.id, label: `${'  '.repeat(row.level - 1)}${names(row.names)}` }))],
    team: [{ value: 'mine', label: t('requests.filter.team_mine') }, { value: 'none', label: t('requests.team_none') }, ...(definitions?.teams ?? []).map((team) => ({ value: team.id, label: names(team.names) }))],
    tag: (tags ?? []).map((tag) => ({ value: tag, label: tag })),
    channel: choices(['phone', 'voicemail', 'email', 'web', 'sms', 'letter', 'fax', 'visit', 'none'], 'requests.channel'),
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
