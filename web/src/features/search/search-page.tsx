import { Inbox, Search } from 'lucide-react';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigation, useSearchParams } from 'react-router';
import { useCan } from '../../api/me';
import { RefusalNotice } from '../../api/refusal-notice';
import { Segmented } from '../../ui/actions/segmented';
import { TextInput } from '../../ui/fields/text-input';
import { useShortcuts } from '../../ui/keys/shortcuts';
import { EmptyState } from '../../ui/layout/empty-state';
import { Skeleton } from '../../ui/layout/skeleton';
import { Kbd } from '../../ui/marks/kbd';
import { usePageTitle } from '../../ui/shell/page-title';
import { Marked } from '../../ui/text/marked';
import { useFormat } from '../../ui/text/use-format';
import { hitIcons, hitKinds, useSearch, useSettled, type Hit, type HitKind } from './use-search';
import './search.css';

const most = 50;

function addressOf(words: string, kind: HitKind | undefined): Record<string, string> {
  return words === '' ? {} : { q: words, ...(kind === undefined ? {} : { kind }) };
}

/** Everything that was found, with the place where it was found. */
export function SearchPage(): ReactElement {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('q') ?? '';
  const [typed, setTyped] = useState(asked);
  const [told, setTold] = useState(asked);
  const settled = useSettled(typed);
  const isLeaving = useNavigation().state !== 'idle';
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const kind = hitKinds.find((one) => one === search.get('kind'));
  const found = useSearch(settled, most, kind);
  const mayFind = { request: useCan('requests.read'), customer: useCan('customers.read'), article: useCan('knowledge.read') };
  usePageTitle(t('search.title'));
  const go = (step: number): void => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    links[Math.max(0, Math.min(links.length - 1, links.findIndex((link) => link === document.activeElement) + step))]?.focus();
  };
  useShortcuts([
    { key: '/', label: t('search.title'), group: t('ui.keys_list'), run: () => input.current?.select() },
    { key: 'j', label: t('ui.keys_next'), group: t('ui.keys_list'), run: () => go(1) },
    { key: 'k', label: t('ui.keys_previous'), group: t('ui.keys_list'), run: () => go(-1) },
  ]);

  // Back, forward and the palette change the address; the box follows it.
  if (asked !== told) {
    setTold(asked);
    if (asked !== settled) {
      setTyped(asked);
    }
  }
  useEffect(() => {
    // Not while another page is being opened, which it would call off.
    if (settled !== asked && !isLeaving) {
      setSearch(addressOf(settled, kind), { replace: true });
    }
    // Only what is typed moves the address.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);

  const hits = settled.trim().length < 2 ? [] : (found.data?.items ?? []);
  return (
    <div className="search-page">
      <div className="search-head">
        <h1>{t('search.title')}</h1>
        <TextInput ref={input} className="search-box" type="search" icon={Search} aria-label={t('search.title')} placeholder={t('search.hint')} value={typed} onChange={setTyped} onKeyDown={(event) => event.key === 'ArrowDown' && go(1)} after={<Kbd keys="/" />} />
        <Segmented<HitKind | 'all'>
          label={t('search.kind')}
          value={kind ?? 'all'}
          options={[{ value: 'all' as const, label: t('search.kind.all') }, ...hitKinds.filter((one) => mayFind[one]).map((value) => ({ value, label: t(`search.kinds.${value}`), icon: hitIcons[value] ?? Inbox }))]}
          onChange={(next) => setSearch(addressOf(settled, next === 'all' ? undefined : next), { replace: true })}
        />
      </div>
      <div className="search-found">
        {found.error !== null && <RefusalNotice error={found.error} />}
        {found.data?.corrected != null && hits.length > 0 && (
          <p className="search-instead t2" role="status">
            {t('search.records_instead', { words: found.data.corrected })}
          </p>
        )}
        {hits.length > 0 ? (
          <ul ref={list} aria-label={t('search.records')}>
            {hits.map((hit) => (
              <li key={`${hit.kind}-${hit.id}`}>
                <FoundRecord hit={hit} typed={found.data?.corrected ?? settled} />
              </li>
            ))}
          </ul>
        ) : found.isFetching ? (
          <Skeleton lines={6} />
        ) : found.error === null ? (
          <EmptyState icon={Search} title={t(settled.trim().length < 2 ? 'search.type' : 'search.nothing')}>
            {t('search.nothing_hint')}
          </EmptyState>
        ) : null}
      </div>
    </div>
  );
}

function FoundRecord({ hit, typed }: { hit: Hit; typed: string }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const Icon = hitIcons[hit.kind] ?? Inbox;
  return (
    <Link to={hit.path} className="search-hit">
      <Icon className="i t3" role="img" aria-label={t(`search.kind.${hit.kind}`)} />
      <span className="search-hit-words">
        <span className="search-hit-title">
          {hit.number !== null && <span className="t2 nowrap"><Marked text={hit.number} typed={typed} /></span>}
          <span className="md">{hit.title === '' ? t('search.no_subject') : <Marked text={hit.title} typed={typed} />}</span>
        </span>
        {hit.excerpt !== '' && <span className="t2 search-hit-text"><Marked text={hit.excerpt} typed={typed} /></span>}
      </span>
      <time className="t3 nowrap" dateTime={hit.at}>
        {format.date(hit.at)}
      </time>
    </Link>
  );
}
