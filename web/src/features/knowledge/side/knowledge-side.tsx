import { BookOpen, RotateCcw, X } from 'lucide-react';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { SideSection } from '../../../ui/layout/panel';
import { plainOf } from '../reading/safe-html';
import { ArticleBody } from '../reading/article-body';
import { ScriptPanel } from '../script/script-panel';
import { useKnowledgeNews, useRequestKnowledge, useSuggestions, useUseArticle, type About } from '../use-knowledge';
import { DutyLine, UsedArticles } from './used-articles';
import { SearchSection } from './search-section';
import { useReading, type ReadingHandle } from './use-reading';
import './side.css';

export type KnowledgeSideProps = {
  about: About;
  /** Puts a text into the note that is being written. */
  onNote?: ((text: string) => void) | undefined;
  /** Digits answer the script. */
  keys?: boolean;
  readOnly?: boolean;
};

/** Beside a request: the script of its category, a search, what fits the subject, and what was used (M-06, M-07, I-22). */
export function KnowledgeSide({ about, onNote, keys = true, readOnly = false }: KnowledgeSideProps): ReactElement {
  const { t } = useTranslation();
  const { requestId } = about;
  const script = useReading(requestId);
  const article = useReading(requestId);
  const state = useRequestKnowledge(requestId);
  const suggestions = useSuggestions(about);
  const use = useUseArticle(requestId);
  const [left, setLeft] = useState<readonly string[]>([]);
  useKnowledgeNews();
  const acts = useRef<HTMLDivElement>(null);
  const readingId = article.reading?.id;
  useEffect(() => {
    // The row that was pressed is gone: the keys go on with what can be done with the article.
    if (readingId !== undefined && document.activeElement === document.body) {
      acts.current?.querySelector<HTMLElement>('button')?.focus();
    }
  }, [readingId]);

  // A script of exactly this category opens by itself, once.
  const own = suggestions.data?.find((one) => one.opensByItself)?.article.id;
  const tried = useRef<string | null>(null);
  const { open: openScript, reading: running } = script;
  useEffect(() => {
    if (own !== undefined && running === null && tried.current !== own && !left.includes(own) && !readOnly) {
      tried.current = own;
      openScript(own);
    }
  }, [own, running, left, readOnly, openScript]);

  const open = (row: { id: string; kind: string }, searchId?: string | null): void => (row.kind === 'script' ? script : article).open(row.id, { searchId });
  const take = (handle: ReadingHandle, withNote: boolean): void => {
    const { reading } = handle;
    if (reading !== null) {
      use.mutate({ articleId: reading.article.id, readingId: reading.id });
      handle.helped(reading.result === null ? true : reading.result === 'solved');
      if (withNote) {
        onNote?.((reading.article.kind === 'script' ? reading.note : [reading.article.title, reading.article.phone, reading.article.url, plainOf(reading.article.body)].filter(Boolean).join('\n')).trim());
      }
    }
  };

  return (
    <>
      {script.reading !== null && (
        <ScriptPanel
          title={script.reading.article.title}
          steps={script.reading.article.steps}
          answers={script.answers}
          onAnswer={script.answer}
          keys={keys}
          aside={
            <>
              <IconButton icon={RotateCcw} look="quiet" size="small" label={t('knowledge.anew')} onClick={() => script.reading !== null && script.open(script.reading.article.id, { anew: true })} />
              <IconButton
                icon={X}
                look="quiet"
                size="small"
                label={t('knowledge.close_script')}
                onClick={() => {
                  setLeft((all) => [...all, script.reading?.article.id ?? '']);
                  script.close();
                }}
              />
            </>
          }
          end={<UseButtons handle={script} onTake={take} hasNote={onNote !== undefined && script.reading.note !== ''} readOnly={readOnly} onOpen={(id) => open({ id, kind: 'text' })} />}
        />
      )}
      <RefusalNotice error={script.error ?? article.error ?? use.error} />
      {state.data !== undefined && !(readOnly && state.data.owes) && <DutyLine state={state.data} />}
      {article.reading !== null ? (
        <SideSection title={article.reading.article.title} icon={BookOpen} aside={<IconButton icon={X} look="quiet" size="small" label={t('knowledge.close_article')} onClick={article.close} />}>
          <div className="stack g8">
            <ArticleBody article={article.reading.article} onOpen={(id) => open({ id, kind: article.reading?.article.target?.kind ?? 'text' })} />
            <div ref={acts}>
              <UseButtons handle={article} onTake={take} hasNote={onNote !== undefined} readOnly={readOnly} />
            </div>
          </div>
        </SideSection>
      ) : (
        <SearchSection about={about} suggestions={suggestions.data ?? []} onOpen={open} />
      )}
      {state.data !== undefined && state.data.usedArticles.length > 0 && <UsedArticles requestId={requestId} used={state.data.usedArticles} onOpen={(row) => open(row)} readOnly={readOnly} />}
    </>
  );
}

type UseButtonsProps = { handle: ReadingHandle; onTake: (handle: ReadingHandle, withNote: boolean) => void; hasNote: boolean; readOnly: boolean; onOpen?: (id: string) => void };

/** What follows from reading: keep it on the request, put it into the note, go on in another article, or say that it did not help. */
function UseButtons({ handle, onTake, hasNote, readOnly, onOpen }: UseButtonsProps): ReactElement | null {
  const { t } = useTranslation();
  const opens = handle.reading?.opens;
  if (readOnly || handle.reading === null) {
    return null;
  }
  return (
    <div className="row wrap g4">
      {opens != null && onOpen !== undefined && (
        <Button size="small" onClick={() => onOpen(opens)}>
          {t('knowledge.open_next')}
        </Button>
      )}
      {hasNote && (
        <Button size="small" onClick={() => onTake(handle, true)}>
          {t('knowledge.use_with_note')}
        </Button>
      )}
      <Button size="small" look={hasNote ? 'quiet' : 'plain'} onClick={() => onTake(handle, false)}>
        {t('knowledge.use')}
      </Button>
      {handle.reading.helped !== false && handle.reading.result === null && (
        <Button size="small" look="quiet" onClick={() => handle.helped(false)}>
          {t('knowledge.not_helped')}
        </Button>
      )}
    </div>
  );
}
