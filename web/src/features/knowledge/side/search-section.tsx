import { BookOpen, Search } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchGoal } from '../../../api/search-bridge';
import { RefusalNotice } from '../../../api/refusal-notice';
import { TextInput } from '../../../ui/fields/text-input';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { SideSection } from '../../../ui/layout/panel';
import { Kbd } from '../../../ui/marks/kbd';
import { Tag } from '../../../ui/marks/tag';
import { useFormat } from '../../../ui/text/use-format';
import { KindIcon } from '../kind-icon';
import type { ArticleRow, Suggestion } from '../knowledge-types';
import { useRested } from '../page/use-rested';
import { useSearch, type About } from '../use-knowledge';

type Open = (row: { id: string; kind: string }, searchId?: string | null) => void;

/** A search for this request; without words, what fits its subject and category, with the reason. */
export function SearchSection({ about, suggestions, onOpen }: { about: About; suggestions: readonly Suggestion[]; onOpen: Open }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const words = useRested(typed.trim());
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const found = useSearch(words, { requestId: about.requestId, unit: about.unit });
  const isSearch = words !== '';
  useSearchGoal(about.requestId, input);

  useShortcuts([{ key: '/', label: t('knowledge.search'), group: t('requests.keys_record'), run: () => input.current?.focus() }]);

  const intoList = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      list.current?.querySelector<HTMLElement>('button')?.focus();
    } else if (event.key === 'Escape' && typed !== '') {
      event.stopPropagation();
      setTyped('');
    }
  };
  return (
    <SideSection title={t('knowledge.title')} icon={BookOpen}>
      <div onKeyDown={intoList} role="search">
        <TextInput ref={input} type="search" icon={Search} value={typed} onChange={setTyped} maxLength={200} aria-label={t('knowledge.search')} placeholder={t('knowledge.search')} after={<Kbd keys="/" />} />
      </div>
      <RefusalNotice error={found.error} />
      <ul className="found" ref={list} onKeyDown={moveInList} aria-label={isSearch ? t('knowledge.results') : t('knowledge.suggestions')}>
        {isSearch
          ? found.data?.hits.map((hit) => (
              <FoundRow key={hit.article.id} article={hit.article} why={hit.excerpt} aside={format.percent(hit.relevance)} onOpen={() => onOpen(hit.article, found.data.searchId)} />
            ))
          : suggestions.map((one) => <FoundRow key={one.article.id} article={one.article} why={reasonOf(one, t)} onOpen={() => onOpen(one.article)} />)}
      </ul>
      {isSearch && found.data?.hits.length === 0 && (
        <p className="t2 found-none" role="status">
          {t('knowledge.not_found', { words })}
        </p>
      )}
      {!isSearch && suggestions.length === 0 && <p className="t2 found-none">{t('knowledge.suggest_hint')}</p>}
    </SideSection>
  );
}

function FoundRow({ article, why, aside, onOpen }: { article: ArticleRow; why: string; aside?: string; onOpen: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <li>
      <button type="button" onClick={onOpen}>
        <KindIcon kind={article.kind} />
        <span className="grow" lang={article.isFallback ? article.language : undefined}>
          <span className="acc">{article.title}</span>
          {article.isOutdated && <Tag>{t('knowledge.outdated')}</Tag>}
          <span className="found-why">{why}</span>
        </span>
        {aside !== undefined && <span className="num t3 s">{aside}</span>}
      </button>
    </li>
  );
}

function reasonOf(one: Suggestion, t: ReturnType<typeof useTranslation>['t']): string {
  return one.reasons.map((reason) => (reason === 'subject' ? t('knowledge.reason.subject', { words: one.words.join(', ') }) : t(`knowledge.reason.${reason}`))).join(' · ');
}

/** Arrows walk through a list of buttons. */
export function moveInList(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step !== undefined) {
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('li > button, li > a')];
    const at = all.indexOf(document.activeElement as HTMLElement);
    event.preventDefault();
    all[Math.min(all.length - 1, Math.max(0, at + step))]?.focus();
  }
}
