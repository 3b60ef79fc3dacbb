import { CloudCheck, CloudOff, GitCompare, History, LoaderCircle, Play, Trash2, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../../ui/actions/button';
import { Count } from '../../../ui/marks/count';
import { Tag } from '../../../ui/marks/tag';
import { useNames } from '../../../ui/text/names';
import { useFormat } from '../../../ui/text/use-format';
import type { ProcessView } from '../process-types';
import type { DraftState } from './use-draft';

export type Pane = 'trial' | 'versions' | 'diff';

export type VersionBarProps = { view: ProcessView; state: DraftState['state']; hasErrors: boolean; onPane: (pane: Pane) => void; onTry: () => void; onPublish: () => void; onDiscard: () => void };

const icons: Record<DraftState['state'], LucideIcon> = { saved: CloudCheck, dirty: LoaderCircle, saving: LoaderCircle, failed: CloudOff, stale: CloudOff };

/** Which version holds, what is being drawn, and what can be done with it. */
export function VersionBar({ view, state, hasErrors, onPane, onTry, onPublish, onDiscard }: VersionBarProps): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const Icon = icons[state];
  const { published, draft } = view;
  const mayPublish = draft !== null && !hasErrors && state === 'saved';
  return (
    <header className="version-bar">
      <Link to="/processes" className="t2">
        {t('processes.title')}
      </Link>
      <span className="t3" aria-hidden="true">
        ›
      </span>
      <h1 className="cut">
        {t(`processes.document.${view.document}`)} <span className="t2">{names(view.unitNames)}</span>
      </h1>
      {draft !== null && <Tag tone="warn">{t('processes.draft_of', { version: published.version + 1 })}</Tag>}
      <span className="t2 cut version-now">
        {published.at == null ? t('processes.start_holds') : t('processes.version_holds', { version: published.version, date: format.shortDate(published.at) })}
      </span>
      <span className="end row g8">
        {draft !== null && (
          <span className="t3 s row g4" role="status">
            <Icon className="i s" aria-hidden="true" />
            {state === 'saved' ? format.time(draft.changedAt) : t(`processes.save.${state}`)}
          </span>
        )}
        <Button look="quiet" icon={History} onClick={() => onPane('versions')}>
          {t('processes.versions')}
        </Button>
        {draft !== null && (
          <>
            <Button look="quiet" icon={GitCompare} onClick={() => onPane('diff')}>
              {t('processes.diff')}
              <Count value={view.changes} />
            </Button>
            <Button look="quiet" icon={Trash2} onClick={onDiscard}>
              {t('processes.discard')}
            </Button>
          </>
        )}
        <Button icon={Play} keys="t" onClick={onTry}>
          {t('processes.try')}
        </Button>
        <Button look="primary" disabled={!mayPublish} title={hasErrors ? t('processes.publish_blocked') : undefined} onClick={onPublish}>
          {t('processes.publish')}
        </Button>
      </span>
    </header>
  );
}
