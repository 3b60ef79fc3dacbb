import { ChevronDown, ChevronRight, PencilLine, Search, SearchX } from 'lucide-react';
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCascade, useOffer } from '../../../api/offer';
import { RefusalNotice } from '../../../api/refusal-notice';
import { classes } from '../../../ui/classes';
import { CascadeField } from '../../../ui/fields/cascade-field';
import { Select } from '../../../ui/fields/select';
import { TextInput } from '../../../ui/fields/text-input';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { Skeleton } from '../../../ui/layout/skeleton';
import { Kbd } from '../../../ui/marks/kbd';
import { Tag } from '../../../ui/marks/tag';
import { foldText } from '../../../ui/text/fold';
import { useNames } from '../../../ui/text/names';
import { useFormat } from '../../../ui/text/use-format';
import { KindIcon } from '../kind-icon';
import type { Leaf } from '../knowledge-types';
import { moveInList } from '../side/search-section';
import { useDuties, useNotFound, useSearch, useTree } from '../use-knowledge';
import { NewArticle } from './new-article';
import { useRested } from './use-rested';

/** Folders and articles, filtered by unit and category; writers see drafts and what was searched in vain. */
export function ArticleTree({ current, mayWrite }: { current: string | undefined; mayWrite: boolean }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const [chosen, setUnit] = useState<string | null>();
  const [category, setCategory] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const tree = useTree(chosen ?? null, category);
  // Who works for one unit begins with what is written for it; the others are one choice away.
  const own = tree.data?.ownUnits ?? [];
  const unit = chosen === undefined ? ((!mayWrite && own.length === 1 ? own[0] : null) ?? null) : chosen;
  const leaves = (tree.data?.articles ?? []).filter((leaf) => unit === null || leaf.units.length === 0 || leaf.units.includes(unit));
  const units = useDuties();
  const offer = useOffer(unit);
  const categories = useCascade(offer, 'request_categories');
  const input = useRef<HTMLInputElement>(null);
  useShortcuts([{ key: '/', label: t('knowledge.search'), group: t('knowledge.title'), run: () => input.current?.focus() }]);

  const pathOf = (id: string): string => (mayWrite ? `/knowledge/${id}/edit` : `/knowledge/${id}`);
  const others = leaves.filter((leaf) => tree.data?.folders.every((folder) => folder.id !== leaf.folderId) === true);
  const folders = [...(tree.data?.folders ?? []).map((folder) => ({ id: folder.id, name: names(folder.names) })), ...(others.length > 0 ? [{ id: null, name: t('knowledge.no_folder') }] : [])];
  return (
    <nav className="kb-tree" aria-label={t('knowledge.title')}>
      <div className="row g4">
        <TextInput ref={input} className="grow" type="search" icon={Search} value={typed} onChange={setTyped} maxLength={200} aria-label={t('knowledge.search')} placeholder={t('knowledge.search_article')} after={<Kbd keys="/" />} />
        {mayWrite && <NewArticle unit={unit} folders={tree.data?.folders ?? []} />}
      </div>
      <div className="kb-filter">
        <Select label={t('knowledge.unit')} placeholder={t('knowledge.all_units')} clearable value={unit} onChange={setUnit} options={(units.data ?? []).map((row) => ({ value: row.unit, label: names(row.names) }))} />
        <CascadeField label={t('knowledge.category')} placeholder={t('knowledge.all_categories')} clearable nodes={categories} value={category} onChange={setCategory} />
      </div>
      {typed.trim().length > 1 ? (
        <TreeSearch typed={typed.trim()} unit={unit} pathOf={pathOf} drafts={leaves.filter((leaf) => !leaf.isPublished)} />
      ) : tree.data === undefined ? (
        tree.isPending ? <Skeleton lines={8} /> : <RefusalNotice error={tree.error} />
      ) : (
        folders.map((folder) => (
          <Folder key={folder.id ?? ''} name={folder.name} leaves={leaves.filter((leaf) => (folder.id === null ? others.includes(leaf) : leaf.folderId === folder.id))} current={current} pathOf={pathOf} />
        ))
      )}
      {mayWrite && typed === '' && <NotFound unit={unit} folders={tree.data?.folders ?? []} />}
    </nav>
  );
}

function Folder({ name, leaves, current, pathOf }: { name: string; leaves: readonly Leaf[]; current: string | undefined; pathOf: (id: string) => string }): ReactElement | null {
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(true);
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  if (leaves.length === 0) {
    return null;
  }
  return (
    <section>
      <button type="button" className="kb-folder" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <Chevron className="i s" aria-hidden="true" />
        <span className="grow cut">{name}</span>
        <span className="num s t3">{format.number(leaves.length)}</span>
      </button>
      {isOpen && (
        <ul onKeyDown={moveInList}>
          {leaves.map((leaf) => (
            <LeafRow key={leaf.id} leaf={leaf} isCurrent={leaf.id === current} to={pathOf(leaf.id)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function LeafRow({ leaf, isCurrent, to }: { leaf: Leaf; isCurrent: boolean; to: string }): ReactElement {
  const { t } = useTranslation();
  const state = leaf.isRetired ? 'retired' : leaf.isOutdated ? 'outdated' : !leaf.isPublished ? 'draft' : !leaf.isOpen ? 'scheduled' : null;
  const title = leaf.title === '' ? t('knowledge.untitled') : leaf.title;
  return (
    <li>
      <Link to={to} className={classes('kb-leaf', isCurrent && 'on')} aria-current={isCurrent ? 'page' : undefined} title={title}>
        <KindIcon kind={leaf.kind} />
        <span className="grow cut" lang={leaf.isFallback ? leaf.language : undefined}>
          {title}
        </span>
        {state !== null && <Tag tone={state === 'draft' ? 'warn' : 'neutral'}>{t(`knowledge.state.${state}`)}</Tag>}
        {state === null && leaf.hasDraft && (
          <>
            <PencilLine className="i s" aria-hidden="true" />
            <span className="sr">{t('knowledge.state.draft')}</span>
          </>
        )}
      </Link>
    </li>
  );
}

function TreeSearch({ typed, unit, pathOf, drafts }: { typed: string; unit: string | null; pathOf: (id: string) => string; drafts: readonly Leaf[] }): ReactElement {
  const { t } = useTranslation();
  const words = useRested(typed);
  const found = useSearch(words, { unit: unit ?? undefined });
  const ownDrafts = drafts.filter((leaf) => foldText(leaf.title).includes(foldText(typed)));
  return (
    <>
      <RefusalNotice error={found.error} />
      <ul onKeyDown={moveInList} aria-label={t('knowledge.results')}>
        {found.data?.hits.map(({ article }) => (
          <li key={article.id}>
            <Link to={pathOf(article.id)} className="kb-leaf" title={article.title}>
              <KindIcon kind={article.kind} />
              <span className="grow cut">{article.title}</span>
              {article.isOutdated && <Tag>{t('knowledge.outdated')}</Tag>}
            </Link>
          </li>
        ))}
        {ownDrafts.map((leaf) => (
          <LeafRow key={leaf.id} leaf={leaf} isCurrent={false} to={pathOf(leaf.id)} />
        ))}
      </ul>
      {found.data?.hits.length === 0 && ownDrafts.length === 0 && (
        <p className="t2 kb-none" role="status">
          {t('knowledge.not_found', { words })}
        </p>
      )}
    </>
  );
}

function NotFound({ unit, folders }: { unit: string | null; folders: Parameters<typeof NewArticle>[0]['folders'] }): ReactElement | null {
  const { t } = useTranslation();
  const format = useFormat();
  const questions = useNotFound(true);
  if (questions.data === undefined || questions.data.length === 0) {
    return null;
  }
  return (
    <section aria-label={t('knowledge.searched_in_vain')}>
      <h2 className="kb-heading">{t('knowledge.searched_in_vain')}</h2>
      <ul>
        {questions.data.slice(0, 8).map((question) => (
          <li key={question.words} className="kb-leaf kb-question">
            <SearchX className="i s" aria-hidden="true" />
            <span className="grow cut" title={question.words}>
              “{question.words}”
            </span>
            <NewArticle unit={unit} folders={folders} title={question.words} />
            <span className="num s t3" title={t('knowledge.times_searched', { count: question.count })}>
              {format.number(question.count)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
