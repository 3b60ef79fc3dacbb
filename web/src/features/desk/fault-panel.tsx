import { PhoneForwarded, Wrench } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerSummary } from '../../api/customer-types';
import type { DeskCall, FaultKind } from '../../api/desk-types';
import { RefusalNotice } from '../../api/refusal-notice';
import { Button } from '../../ui/actions/button';
import { Segmented } from '../../ui/actions/segmented';
import { SideSection } from '../../ui/layout/panel';
import { useFindFault, useTransfer } from './use-transfer';

/** Technical Support's decision table: what is broken, was it solved; what follows is said, and offered (I-22, I-23). */
export function FaultPanel({ call, customer }: { call: DeskCall; customer: CustomerSummary }): ReactElement | null {
  const { t } = useTranslation();
  const find = useFindFault(call.callId);
  const transfer = useTransfer(call.callId);
  const known = call.finding?.customerId === customer.id ? call.finding : null;
  const [fault, setFault] = useState<FaultKind | null>(known?.fault ?? null);
  const [solved, setSolved] = useState<boolean | null>(known?.solvedOnPhone ?? null);
  if (call.team.code !== 'technical_support' || call.state === 'ended') {
    return null;
  }
  const isCorporate = customer.kind === 'corporate';
  const write = (kind: FaultKind | null, isSolved: boolean | null): void => {
    setFault(kind);
    setSolved(isSolved);
    find.mutate({ customerId: customer.id, fault: kind, solvedOnPhone: isSolved });
  };
  // The server's word: a verification changes it without a click here.
  const next = isCorporate && !(call.class === 'verifiedCorporate' && call.customer?.id === customer.id) ? 'verifyFirst' : (find.data?.next ?? known?.next ?? 'find');
  return (
    <SideSection title={t('desk.fault')} icon={Wrench}>
      <div className="stack g8">
        <Segmented<FaultKind>
          full
          label={t('desk.fault')}
          value={fault ?? undefined}
          options={[
            { value: 'software', label: t('desk.fault_kind.software') },
            { value: 'hardware', label: t('desk.fault_kind.hardware') },
          ]}
          onChange={(kind) => write(kind, solved)}
        />
        {fault === 'software' && !isCorporate && (
          <div className="row">
            <span className="grow t2">{t('desk.solved_on_phone')}</span>
            <Segmented<'yes' | 'no'>
              label={t('desk.solved_on_phone')}
              value={solved === null ? undefined : solved ? 'yes' : 'no'}
              options={[
                { value: 'yes', label: t('desk.solved_yes') },
                { value: 'no', label: t('desk.solved_no') },
              ]}
              onChange={(answer) => write(fault, answer === 'yes')}
            />
          </div>
        )}
        <p className={next === 'verifyFirst' ? 'warn' : 'md'} aria-live="polite">
          {t(`desk.next.${next}`)}
        </p>
        {next === 'advancedSupport' && (
          <Button look="primary" icon={PhoneForwarded} busy={transfer.isPending} onClick={() => transfer.mutate({ team: 'advanced_support' })}>
            {t('desk.to_advanced')}
          </Button>
        )}
        <RefusalNotice error={find.error ?? transfer.error} />
      </div>
    </SideSection>
  );
}
