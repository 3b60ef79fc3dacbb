import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../../ui/layout/skeleton';
import { Checkers } from './checkers';
import { DecisionBox } from './decision-box';
import { useApproval } from './use-approvals';
import './approvals.css';

/** The approval of one document, for its own page: draws nothing unless it waits for one that concerns who looks. */
export function ApprovalPanel({ document, id, version, isWaiting, onDecided }: { document: string; id: string; version: number; isWaiting: boolean; onDecided: () => void }): ReactElement | null {
  const { t } = useTranslation();
  const { data: approval, isPending } = useApproval(document, id, version, isWaiting);
  if (!isWaiting || (approval === undefined && !isPending)) {
    return null;
  }
  return (
    <section className="approval-panel" aria-label={t('processes.approval')}>
      {approval === undefined ? (
        <Skeleton lines={3} />
      ) : (
        <>
          <DecisionBox key={approval.version} approval={approval} onDecided={onDecided} />
          <Checkers approval={approval} />
        </>
      )}
    </section>
  );
}
