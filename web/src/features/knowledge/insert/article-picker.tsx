import { useQueryClient } from '@tanstack/react-query';
import { useId, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../../api/client';
import { classes } from '../../../ui/classes';
import { Kbd } from '../../../ui/marks/kbd';
import type { ComposerAssist } from '../../../ui/records/composer';
import type { ComposerSourceValue, SignedWords } from '../../../ui/records/composer-source';
import { useLanguage } from '../../../ui/text/language';
import { KindIcon } from '../kind-icon';
import type { ArticleRow, ArticleView } from '../knowledge-types';
import { useRested } from '../page/use-rested';
import { plainOf } from '../reading/safe-html';
import { useSearch, useSuggestions, useUseArticle } from '../use-knowledge';

type Found = { article: ArticleRow; excerpt: string };

/** `??` in a note: what fits the request, or what the typed words find; Enter puts the article's words there and keeps it on the request (P-04). */
export function useArticlePicker(requestId: string, asked: SignedWords | null, onTake: (text: string) => void): ComposerAssist | undefined {
  const listId = useId();
  const language = useLanguage();
  const queries = useQueryClient();
  const [at, setAt] = useState(0);
  const [closed, setClosed] = useState<number | null>(null);
  const words = useRested(asked?.words.trim() ?? '', 300);
  const isOpen = asked !== null && asked.from !== closed;
  const found = useSearch(isOpen && words.length > 1 ? words : '', { requestId });
  const suggested = useSuggestions({ requestId, subject: '', unit: '', changedAt: isOpen ? 'picker' : '' }, isOpen);
  const use = useUseArticle(requestId);
  const rows: Found[] = words.length > 1 ? (found.data?.hits ?? []) : (suggested.data ?? []).map(({ article }) => ({ article, excerpt: '' }));
  if (!isOpen) {
    return undefined;
  }
  const chosen = rows[Math.min(at, rows.length - 1)];
  const optionId = (row: Found): string => `${listId}-${row.article.id}`;

  const take = (row: Found): void => {
    const key = ['knowledge', 'article', row.article.id, language];
    void queries.fetchQuery({ queryKey: key, queryFn: () => send<ArticleView>('GET', `/api/knowledge/articles/${row.article.id}?language=${language}`) }).then((article) => {
      onTake(noteOf(article));
      use.mutate({ articleId: article.id });
    });
  };
  const onKey = (event: KeyboardEvent): boolean => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && rows.length > 0) {
      setAt((Math.min(at, rows.length - 1) + step + rows.length) % rows.length);
      return true;
    }
    if ((event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey && !event.shiftKey && chosen !== undefined) {
      take(chosen);
      return true;
    }
    if (event.key === 'Escape') {
      setClosed(asked.from);
      return true;
    }
    return false;
  };
  return { listId, activeId: chosen === undefined ? undefined : optionId(chosen), onKey, panel: <Panel listId={listId} optionId={optionId} rows={rows} chosen={chosen} words={words} onTake={take} /> };
}

/** An article as it stands in a note. */
export function noteOf(article: ArticleView): string {
  return [article.title, article.phone, article.url, plainOf(article.body)].filter(Boolean).join('\n');
}

export const articleSource: ComposerSourceValue = { sign: '??', label: 'knowledge.insert', useAssist: useArticlePicker };

type PanelProps = { listId: string; optionId: (row: Found) => string; rows: readonly Found[]; chosen: Found | undefined; words: string; onTake: (row: Found) => void };

function Panel({ listId, optionId, rows, chosen, words, onTake }: PanelProps): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="pop picker-box">
      <div className="picker-cols">
        <ul role="listbox" id={listId} aria-label={t('knowledge.insert_title')}>
          {rows.map((row) => (
            <li
              key={row.article.id}
              id={optionId(row)}
              role="option"
              aria-selected={row === chosen}
              className={classes(row === chosen && 'on')}
              onMouseDown={(event) => {
                event.preventDefault();
                onTake(row);
              }}
            >
              <KindIcon kind={row.article.kind} />
              <span className="cut grow" title={row.article.title}>
                {row.article.title}
              </span>
            </li>
          ))}
          {rows.length === 0 && (
            <li role="option" aria-selected="false" aria-disabled="true" className="t2">
              {words === '' ? t('knowledge.suggest_hint') : t('knowledge.not_found', { words })}
            </li>
          )}
        </ul>
        <div className="picker-preview" aria-live="polite">
          {chosen?.excerpt}
        </div>
      </div>
      <div className="picker-foot s t2">
        <span className="row g4">
          <Kbd keys="arrowup" />
          <Kbd keys="arrowdown" />
          {t('knowledge.key_choose')}
        </span>
        <span className="row g4">
          <Kbd keys="enter" />
          {t('knowledge.key_insert')}
        </span>
        <span className="row g4">
          <Kbd keys="escape" />
          {t('knowledge.key_close')}
        </span>
      </div>
    </div>
  );
}
