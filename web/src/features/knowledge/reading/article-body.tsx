import { Phone, SquareArrowOutUpRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/layout/notice';
import { Tag } from '../../../ui/marks/tag';
import { asLanguage, languageNames } from '../../../ui/text/language';
import { useFormat } from '../../../ui/text/use-format';
import { KindIcon } from '../kind-icon';
import type { ArticleView } from '../knowledge-types';
import { SafeHtml } from './safe-html';
import './reading.css';

/** What an article says, whatever its kind: the number big, the address with its host, the linked article, the text (M-09). */
export function ArticleBody({ article, onOpen }: { article: ArticleView; /** Opens the linked article. */ onOpen: (id: string) => void }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="article-body" lang={article.language}>
      {article.isFallback && <Notice tone="info">{t('knowledge.fallback', { language: languageNames[asLanguage(article.language)] })}</Notice>}
      {article.isOutdated && <Notice tone="warn">{t('knowledge.outdated_hint')}</Notice>}
      {article.kind === 'phone' && article.phone !== null && (
        <p className="read-out">
          <Phone className="i l" aria-hidden="true" />
          <a href={`tel:${article.phone}`} className="read-out-number">
            {format.phone(article.phone)}
          </a>
          <span className="s t2">{t('knowledge.read_out')}</span>
        </p>
      )}
      {article.kind === 'link' && article.url !== null && (
        <p className="outside">
          <SquareArrowOutUpRight className="i" aria-hidden="true" />
          <a href={article.url} target="_blank" rel="noreferrer noopener">
            {t('knowledge.open_outside')}
          </a>
          <Tag tone="line">{article.host}</Tag>
          <span className="s t3 outside-address">{article.url}</span>
        </p>
      )}
      {article.kind === 'article' && article.target !== null && (
        <button type="button" className="linked" onClick={() => article.target !== null && onOpen(article.target.id)}>
          <KindIcon kind={article.target.kind} />
          <span className="grow">{article.target.title}</span>
          {article.target.isOutdated && <Tag>{t('knowledge.outdated')}</Tag>}
        </button>
      )}
      {article.kind === 'article' && article.target === null && <Notice tone="warn">{t('knowledge.target_gone')}</Notice>}
      {article.body !== '' && <SafeHtml html={article.body} />}
    </div>
  );
}
