import { BookOpen } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCan } from '../../../api/me';
import { EmptyState } from '../../../ui/layout/empty-state';
import { usePageTitle } from '../../../ui/shell/page-title';
import { useKnowledgeNews } from '../use-knowledge';
import { ArticleTree } from './article-tree';
import { ArticleReader } from './article-reader';
import { Duties } from './duties';
import './knowledge-page.css';

/** The knowledge base as its readers use it: the tree and one article. */
export function KnowledgePage(): ReactElement {
  const { t } = useTranslation();
  const { id } = useParams();
  const mayWrite = useCan('knowledge.write');
  usePageTitle(t('knowledge.title'));
  useKnowledgeNews();
  return (
    <div className={id === undefined ? 'kb' : 'kb has-article'}>
      <ArticleTree current={id} mayWrite={mayWrite} />
      {id === undefined ? (
        <div className="kb-main">
          <h1 className="sr">{t('knowledge.title')}</h1>
          <EmptyState icon={BookOpen} title={t('knowledge.choose')}>
            {t(mayWrite ? 'knowledge.choose_writer' : 'knowledge.choose_reader')}
          </EmptyState>
          {mayWrite && <Duties />}
        </div>
      ) : (
        <ArticleReader key={id} id={id} mayWrite={mayWrite} />
      )}
    </div>
  );
}
