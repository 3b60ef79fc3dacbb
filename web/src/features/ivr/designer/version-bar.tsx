import { CloudCheck, CloudOff, GitCompare, History, LoaderCircle, Phone, Trash2, Undo2, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DrawingState } from '../../../api/use-drawing';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { Count } from '../../../ui/marks/count';
import { Tag } from '../../../ui/marks/tag';
import { useNames } from '../../../ui/text/names';
import { useFormat } from '../../../ui/text/use-format';
import type { Flow, FlowView } from '../flow-types';

export type Pane = 'versions' | 'changes';

export type VersionBarProps = {
  view: FlowView;
  draft: DrawingState<Flow, FlowView>;
  changes: number;
  hasErrors: boolean;
  mayEdit: boolean;
  onPane: (pane: Pane) => void;
  onPublish: () => void;
  onDiscard: () => void;
  onNumbers: () => void;
};

const icons: Record<DrawingState<Flow, FlowView>['state'], LucideIcon> = { saved: CloudCheck, dirty: LoaderCircle, saving: LoaderCircle, failed: CloudOff, stale: CloudOff };

/** Which version callers meet, what is being drawn, and what can be done with it. */
export function VersionBar({ view, draft, changes, hasErrors, mayEdit, onPane, onPublish, onDiscard, onNumbers }: VersionBarProps): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const { published } = view;
  const Icon = icons[draft.state];
  return (
    <header className="version-bar">
      <Link to="/ivr" className="t2">
        {t('ivr.title')}
      </Link>
      <span className="t3" aria-hidden="true">
        ›
      </span>
      <h1 className="cut">{names(draft.design.names)}</h1>
      {view.draft !== null && <Tag tone="warn">{t('ivr.draft_of', { version: published.version + 1 })}</Tag>}
      <span className="t2 cut version-now">
        {t('ivr.version_holds', { version: published.version, date: format.shortDate(published.at) })} · {view.numbers.map(format.phone).join(', ')}
      </span>
      <span className="end row g8">
        {view.draft !== null && (
          <span className="t3 s row g4" role="status">
            <Icon className="i s" aria-hidden="true" />
            {draft.state === 'saved' ? format.time(view.draft.changedAt) : t(`ivr.save.${draft.state}`)}
          </span>
        )}
        {mayEdit && <IconButton icon={Phone} look="quiet" label={t('ivr.numbers_change')} onClick={onNumbers} />}
        {mayEdit && <IconButton icon={Undo2} look="quiet" label={t('ui.undo')} keys="ctrl+z" disabled={!draft.canUndo} onClick={draft.undo} />}
        <Button look="quiet" icon={History} onClick={() => onPane('versions')}>
          {t('ivr.versions')}
        </Button>
        {view.draft !== null && (
          <Button look="quiet" icon={GitCompare} onClick={() => onPane('changes')}>
            {t('ivr.changes')}
            <Count value={changes} />
          </Button>
        )}
        {view.draft !== null && mayEdit && (
          <Button look="quiet" icon={Trash2} onClick={onDiscard}>
            {t('ivr.discard')}
          </Button>
        )}
        {mayEdit && (
          <Button look="primary" disabled={view.draft === null || hasErrors || draft.state !== 'saved'} title={hasErrors ? t('ivr.publish_blocked') : undefined} onClick={onPublish}>
            {t('ivr.publish')}
          </Button>
        )}
      </span>
    </header>
  );
}
