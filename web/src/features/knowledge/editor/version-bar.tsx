import { CloudAlert, CloudCheck, CloudUpload, Ellipsis, Eye, GitCompare, History } from 'lucide-react';
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { send } from '../../../api/client';
import { RefusalNotice, useRefusalText } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { Segmented } from '../../../ui/actions/segmented';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { Count } from '../../../ui/marks/count';
import { Tag } from '../../../ui/marks/tag';
import { Menu, type MenuEntry } from '../../../ui/overlays/menu';
import { toast } from '../../../ui/overlays/toasts';
import { languages, type Language } from '../../../ui/text/language';
import { useFormat } from '../../../ui/text/use-format';
import type { DraftCard } from '../knowledge-types';
import { DiffDialog, VersionsDialog } from './versions';
import { useAct, type Act, type Editing } from './use-editing';

type Shown = { kind: 'versions' } | { kind: 'diff'; from: number | null; to: number | null } | null;

/** What is written and what is published: languages, history, differences, publish. */
export function VersionBar({ editing, title, language, onLanguage }: { editing: Editing; title: string; language: Language; onLanguage: (language: Language) => void }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const { card } = editing;
  const [shown, setShown] = useState<Shown>(null);
  const act = useAct(card.id, editing.adopt);
  const errors = card.problems.filter((problem) => problem.isError).length;

  const run = async (what: Act, more: { to?: number } = {}): Promise<void> => {
    const saved = await editing.flush();
    if (saved !== null) {
      act.mutate({ act: what, version: saved.version, ...more });
    }
  };
  const canPublish = card.hasDraft && !card.isRetired && errors === 0 && editing.state !== 'stale';
  useShortcuts([{ key: 'ctrl+enter', label: t('knowledge.publish'), group: t('knowledge.title'), run: () => (canPublish ? void run('publish') : undefined) }]);

  return (
    <header className="ver">
      <Link to="/knowledge" className="s t2 ver-crumb">
        {t('knowledge.title')} ›
      </Link>
      <h1 className="cut" title={title}>
        {title === '' ? t('knowledge.untitled') : title}
      </h1>
      {card.hasDraft ? <Tag tone="warn">{t('knowledge.draft_number', { number: card.draftNumber })}</Tag> : <Tag tone="ok">{t('knowledge.published')}</Tag>}
      <span className="t2 cut ver-published">
        {card.publishedNumber === null || card.publishedAt === null ? t('knowledge.never_published') : t('knowledge.published_since', { number: card.publishedNumber, date: format.date(card.publishedAt) })}
      </span>
      <span className="end row g4 ver-acts">
        <SaveState editing={editing} />
        <Segmented label={t('knowledge.language')} value={language} onChange={onLanguage} options={languages.map((value) => ({ value, label: value }))} />
        <Button size="normal" look="quiet" icon={History} onClick={() => setShown({ kind: 'versions' })}>
          {t('knowledge.versions')}
        </Button>
        {card.publishedNumber !== null && (
          <Button size="normal" look="quiet" icon={GitCompare} disabled={card.changes === 0} onClick={() => setShown({ kind: 'diff', from: null, to: null })}>
            {t('knowledge.diff')} {card.changes > 0 && <Count value={card.changes} />}
          </Button>
        )}
        <MoreActs editing={editing} onAct={(what) => void run(what)} />
        <Button look="primary" busy={act.isPending} disabled={!canPublish} title={errors > 0 ? t('knowledge.errors_left', { count: errors }) : undefined} onClick={() => void run('publish')}>
          {t('knowledge.publish')}
        </Button>
      </span>
      {act.error !== null && (
        <div className="ver-refusal">
          <RefusalNotice error={act.error} />
        </div>
      )}
      {shown?.kind === 'versions' && (
        <VersionsDialog
          card={card}
          onClose={() => setShown(null)}
          onDiff={(from, to) => setShown({ kind: 'diff', from, to })}
          onRollBack={(to) => {
            setShown(null);
            void run('rollback', { to });
          }}
        />
      )}
      {shown?.kind === 'diff' && <DiffDialog card={card} from={shown.from} to={shown.to} onClose={() => setShown(null)} />}
    </header>
  );
}

function SaveState({ editing }: { editing: Editing }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const [Icon, words] =
    editing.state === 'saved'
      ? ([CloudCheck, format.time(editing.card.changedAt)] as const)
      : editing.state === 'refused' || editing.state === 'stale'
        ? ([CloudAlert, t('knowledge.not_saved')] as const)
        : ([CloudUpload, t('knowledge.saving')] as const);
  return (
    <span className="row g4 s t2 nowrap" role="status">
      <Icon className="i s" aria-hidden="true" />
      <span className="sr">{editing.state === 'saved' ? t('knowledge.saved_at') : ''}</span>
      {words}
    </span>
  );
}

function MoreActs({ editing, onAct }: { editing: Editing; onAct: (act: Act) => void }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const refusalText = useRefusalText();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const { card } = editing;
  const remove = (one: DraftCard): void =>
    void send('DELETE', `/api/knowledge/articles/${one.id}`).then(
      () => navigate('/knowledge'),
      (error: unknown) => toast({ kind: 'error', title: t('knowledge.delete'), detail: refusalText(error) }),
    );
  const entries: MenuEntry[] = [
    ...(card.publishedNumber === null ? [] : [{ label: t('knowledge.read_as_agent'), icon: Eye, run: () => void navigate(`/knowledge/${card.id}`) }]),
    { label: t('knowledge.mark_outdated'), checked: editing.edit.isOutdated, run: () => editing.change((now) => ({ ...now, isOutdated: !now.isOutdated })) },
    ...(card.publishedNumber !== null && card.hasDraft ? [{ label: t('knowledge.discard'), danger: true, run: () => onAct('discard') }] : []),
    card.publishedNumber === null
      ? { label: t('knowledge.delete'), danger: true, run: () => remove(card) }
      : card.isRetired
        ? { label: t('knowledge.restore'), run: () => onAct('restore') }
        : { label: t('knowledge.retire'), danger: true, run: () => onAct('retire') },
  ];
  return (
    <>
      <IconButton ref={button} icon={Ellipsis} look="quiet" label={t('knowledge.more')} aria-haspopup="menu" aria-expanded={isOpen} onClick={() => setIsOpen(true)} />
      {isOpen && <Menu anchor={button} align="end" label={t('knowledge.more')} entries={entries} onClose={() => setIsOpen(false)} />}
    </>
  );
}
