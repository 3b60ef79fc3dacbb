import { Lock, LockOpen, ShieldCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerSummary } from '../../api/customer-types';
import type { DeskCall } from '../../api/desk-types';
import { useRefusalText } from '../../api/refusal-notice';
import { Button } from '../../ui/actions/button';
import { SideSection } from '../../ui/layout/panel';
import { toast } from '../../ui/overlays/toasts';
import { useNames } from '../../ui/text/names';
import { useAccountOperations, useNoteDisclosure } from './use-account-operations';
import './account-operations.css';

/** What may be told or done on this account in this call, and the note of it (I-15, I-25). */
export function AccountOperations({ call, customer }: { call: DeskCall; customer: CustomerSummary }): ReactElement | null {
  const { t } = useTranslation();
  const names = useNames();
  const text = useRefusalText();
  const operations = useAccountOperations();
  const note = useNoteDisclosure(call.callId);
  const isVerified = customer.kind !== 'corporate' || (call.class === 'verifiedCorporate' && call.customer?.id === customer.id);
  if (operations.length === 0) {
    return null;
  }
  const write = (operation: string, way: 'readOut' | 'done'): void =>
    note.mutate({ customerId: customer.id, operation, way }, { onSuccess: () => toast({ kind: 'done', title: t('desk.noted') }), onError: (error) => toast({ kind: 'error', title: text(error) }) });
  return (
    <SideSection title={t('desk.account_operations')} icon={ShieldCheck}>
      {!isVerified && <p className="s t2">{t('desk.operations_locked')}</p>}
      <ul className="operations">
        {operations.map((row) => {
          const isOpen = isVerified || row.values['needsVerification'] !== 'true';
          return (
            <li key={row.id}>
              {isOpen ? <LockOpen className="i s ok" role="img" aria-label={t('desk.operation_open')} /> : <Lock className="i s t2" role="img" aria-label={t('desk.operation_locked')} />}
              <span className={isOpen ? 'grow' : 'grow t2'}>{names(row.names)}</span>
              {isOpen && (
                <span className="row g4">
                  <Button size="small" look="quiet" aria-label={`${names(row.names)}: ${t('desk.note_read_out')}`} onClick={() => write(row.code, 'readOut')}>
                    {t('desk.note_read_out')}
                  </Button>
                  <Button size="small" look="quiet" aria-label={`${names(row.names)}: ${t('desk.note_done')}`} onClick={() => write(row.code, 'done')}>
                    {t('desk.note_done')}
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </SideSection>
  );
}
