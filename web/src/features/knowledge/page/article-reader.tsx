import { ArrowLeft, PencilLine, ThumbsDown, ThumbsUp } from 'lucide-react';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button, buttonClass } from '../../../ui/actions/button';
import { Segmented } from '../../../ui/actions/segmented';
import { Panel } from '../../../ui/layout/panel';
import { Skeleton } from '../../../ui/layout/skeleton';
import { Tag } from '../../../ui/marks/tag';
import { usePageTitle } from '../../../ui/shell/page-title';
import { languages, useLanguage, type Language } from '../../../ui/text/language';
import { useNames } from '../../../ui/text/names';
import { useFormat } from '../../../ui/text/use-format';
import { KindIcon } from '../kind-icon';
import { ArticleBody } from '../reading/article-body';
import { ScriptPanel } from '../script/script-panel';
import { useReading } from '../side/use-reading';
import { useArticle } from '../use-knowledge';

/** One article to read, or a script to go through, outside of any request. */
export function ArticleReader({ id, mayWrite }: { id: string; mayWrite: boolean }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const navigate = useNavigate();
  const own = useLanguage();
  const [chosen, setChosen] = useState<Language | null>(null);
  const { data: article, error, isPending } = useArticle(id, chosen ?? own);
  const handle = useReading(undefined);
  const { open } = handle;
  useEffect(() => open(id), [open, id]);
  usePageTitle(article?.title ?? t('knowledge.title'));

  if (article === undefined) {
    return <div className="kb-main">{isPending ? <Skeleton lines={8} /> : <RefusalNotice error={error} />}</div>;
  }
  const said = handle.reading?.helped;
  return (
    <article className="kb-main kb-article">
      <header>
        <Link to="/knowledge" className="kb-back">
          <ArrowLeft className="i s" aria-hidden="true" />
          {t('knowledge.title')}
        </Link>
        <div className="row wrap">
          <h1 lang={article.language}>{article.title}</h1>
          <Tag>
            <KindIcon kind={article.kind} /> {t(`knowledge.kind.${article.kind}`)}
          </Tag>
          {article.isOutdated && <Tag tone="warn">{t('knowledge.outdated')}</Tag>}
          <span className="end row g4">
            {article.languages.length > 1 && (
              <Segmented label={t('knowledge.language')} value={languages.find((one) => one === article.language)} onChange={setChosen} options={languages.filter((one) => article.languages.includes(one)).map((value) => ({ value, label: value }))} />
            )}
            {mayWrite && (
              <Link to={`/knowledge/${id}/edit`} className={buttonClass()}>
                <PencilLine className="i s" aria-hidden="true" />
                {t('knowledge.edit')}
              </Link>
            )}
          </span>
        </div>
        <p className="s t2">
          {article.categories.map((category) => category.path.map(names).join(' › ')).join(', ')}
          {article.categories.length > 0 && ' · '}
          {t('knowledge.version_of', { number: article.number, date: format.date(article.publishedAt) })}
        </p>
      </header>
      <Panel>
        <ArticleBody article={article} onOpen={(target) => void navigate(`/knowledge/${target}`)} />
      </Panel>
      {article.kind === 'script' && (
        <div className="panel">
          <ScriptPanel title={article.title} steps={article.steps} answers={handle.answers} onAnswer={handle.answer} heading="h2" keys />
        </div>
      )}
      <RefusalNotice error={handle.error} />
      <div className="row g4" role="group" aria-label={t('knowledge.did_it_help')}>
        <span className="t2">{t('knowledge.did_it_help')}</span>
        <Button size="small" icon={ThumbsUp} aria-pressed={said === true} look={said === true ? 'primary' : 'plain'} onClick={() => handle.helped(true)}>
          {t('knowledge.yes')}
        </Button>
        <Button size="small" icon={ThumbsDown} aria-pressed={said === false} look={said === false ? 'primary' : 'plain'} onClick={() => handle.helped(false)}>
          {t('knowledge.no')}
        </Button>
      </div>
    </article>
  );
}
