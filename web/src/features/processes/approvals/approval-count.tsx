import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Count } from '../../../ui/marks/count';
import { useApprovals } from './use-approvals';

/** How many decisions are asked of who looks. */
export function ApprovalCount(): ReactElement | null {
  const { t } = useTranslation();
  const { data } = useApprovals();
  return data === undefined || data.length === 0 ? null : <Count value={data.length} look="new" label={t('processes.waiting_for_you')} />;
}
