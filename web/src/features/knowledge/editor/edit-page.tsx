import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCan } from '../../../api/me';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Skeleton } from '../../../ui/layout/skeleton';
import { ArticleTree } from '../page/article-tree';
import { useKnowledgeNews } from '../use-knowledge';
import { Editor } from './editor';
import { useDraft } from './use-editing';
import '../page/knowledge-page.css';
import './editor.css';

/** The knowledge base as its writers use it: the tree, the draft, and how the reader sees it. */
export function EditPage(): ReactElement {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const mayWrite = useCan('knowledge.write');
  const draft = useDraft(id);
  useKnowledgeNews();
  return (
    <div className="kb has-article">
      <ArticleTree current={id} mayWrite={mayWrite} />
      {draft.data === undefined ? (
        <div className="kb-main">
          <h1 className="sr">{t('knowledge.title')}</h1>
          {draft.isPending ? <Skeleton lines={8} /> : <RefusalNotice error={draft.error} />}
        </div>
      ) : (
        <Editor key={draft.data.id} first={draft.data} />
      )}
    </div>
  );
}
