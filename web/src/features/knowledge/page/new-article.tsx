import { FileText, Link2, ListChecks, Phone, Plus, SquareArrowOutUpRight } from 'lucide-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { send } from '../../../api/client';
import { useRefusalText } from '../../../api/refusal-notice';
import { IconButton } from '../../../ui/actions/icon-button';
import { Menu } from '../../../ui/overlays/menu';
import { toast } from '../../../ui/overlays/toasts';
import type { ArticleKind, DraftCard, Tree } from '../knowledge-types';

const kinds = [
  ['script', ListChecks],
  ['text', FileText],
  ['phone', Phone],
  ['link', SquareArrowOutUpRight],
  ['article', Link2],
] as const satisfies readonly (readonly [ArticleKind, unknown])[];

/** Begins an article of one of the five kinds; of a search in vain with its words as the title. */
export function NewArticle({ unit, folders, title }: { unit: string | null; folders: Tree['folders']; title?: string }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const refusalText = useRefusalText();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const create = useMutation({
    mutationFn: (kind: ArticleKind) => send<DraftCard>('POST', '/api/knowledge/articles', { kind, title: title ?? '', unit, folderId: folders.find((folder) => folder.unit === unit)?.id ?? null }),
    onSuccess: (card) => {
      void queries.invalidateQueries({ queryKey: ['knowledge', 'tree'] });
      void navigate(`/knowledge/${card.id}/edit`);
    },
    onError: (error) => toast({ kind: 'error', title: t('knowledge.new'), detail: refusalText(error) }),
  });
  return (
    <>
      <IconButton ref={button} icon={Plus} size={title === undefined ? 'normal' : 'small'} look={title === undefined ? 'plain' : 'quiet'} label={title === undefined ? t('knowledge.new') : t('knowledge.write_about', { words: title })} aria-haspopup="menu" aria-expanded={isOpen} onClick={() => setIsOpen(true)} />
      {isOpen && <Menu anchor={button} label={t('knowledge.new')} onClose={() => setIsOpen(false)} entries={kinds.map(([kind, icon]) => ({ label: t(`knowledge.kind.${kind}`), icon, run: () => create.mutate(kind) }))} />}
    </>
  );
}
