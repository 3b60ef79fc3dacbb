import { FileText, Link2, ListChecks, Phone, SquareArrowOutUpRight, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleKind } from './knowledge-types';

const icons: Record<ArticleKind, LucideIcon> = { script: ListChecks, phone: Phone, link: SquareArrowOutUpRight, article: Link2, text: FileText };

/** What an article is, at a glance; its word is read aloud. */
export function KindIcon({ kind, className = 'i s' }: { kind: ArticleKind; className?: string }): ReactElement {
  const { t } = useTranslation();
  const Icon = icons[kind];
  const label = t(`knowledge.kind.${kind}`);
  return (
    <span className="kind-icon" title={label}>
      <Icon className={className} aria-hidden="true" />
      <span className="sr">{label}</span>
    </span>
  );
}
