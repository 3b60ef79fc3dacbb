import { Plus } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { Skeleton } from '../../../ui/layout/skeleton';
import { Dialog } from '../../../ui/overlays/dialog';
import { PageHead } from '../../../ui/shell/app-frame';
import { usePageTitle } from '../../../ui/shell/page-title';
import { useClockChoices } from '../calendars/use-calendars';
import { ClockTabs } from '../clock-tabs';
import { ScopeFields } from './scope-fields';
import { everything, scopeKey, type Scope } from './scopes';
import { TargetMatrix } from './target-matrix';
import { TryOut } from './try-out';
import { useTargets } from './use-targets';
import '../clocks.css';

/** How soon customers are promised an answer and an end (W-D03, P-13). */
export function TargetsPage(): ReactElement {
  const { t } = useTranslation();
  const targets = useTargets();
  const choices = useClockChoices();
  const [added, setAdded] = useState<readonly Scope[]>([]);
  const [draft, setDraft] = useState<Scope | null>(null);
  usePageTitle(t('clocks.targets'));
  const start = (): void => setDraft(everything);
  useShortcuts([{ key: 'n', label: t('clocks.line_add'), group: t('clocks.targets'), run: start }]);

  return (
    <div className="clocks">
      <div className="clocks-head">
        <PageHead title={t('clocks.title')}>
          <Button icon={Plus} keys="n" onClick={start}>
            {t('clocks.line_add')}
          </Button>
        </PageHead>
        <ClockTabs value="targets" />
      </div>
      <RefusalNotice error={targets.error ?? choices.error} />
      {targets.data === undefined || choices.data === undefined ? (
        <Skeleton lines={8} />
      ) : (
        <div className="targets-body">
          <div className="targets-main">
            <p className="t2">{t('clocks.targets_lead')}</p>
            <TargetMatrix targets={targets.data} choices={choices.data} added={added} />
          </div>
          <TryOut choices={choices.data} targets={targets.data} />
        </div>
      )}
      {draft !== null && choices.data !== undefined && (
        <Dialog
          title={t('clocks.line_add_title')}
          confirmLabel={t('clocks.line_add')}
          disabled={scopeKey(draft) === scopeKey(everything)}
          onConfirm={() => {
            setAdded([...added, draft]);
            setDraft(null);
          }}
          onClose={() => setDraft(null)}
        >
          <div className="stack g8">
            <ScopeFields choices={choices.data} value={draft} onChange={setDraft} />
          </div>
        </Dialog>
      )}
    </div>
  );
}
