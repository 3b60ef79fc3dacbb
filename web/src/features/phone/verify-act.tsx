import { ShieldCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalText } from '../../api/refusal-notice';
import { Button } from '../../ui/actions/button';
import { toast } from '../../ui/overlays/toasts';
import { useCallCommand, useDesk } from './use-desk';

/** Sends the caller of the running call into the verification menu, from wherever his account is closed; nothing where there is no such call. */
export function VerifyAct({ small = false }: { small?: boolean }): ReactElement | null {
  const { t } = useTranslation();
  const text = useRefusalText();
  const { data: desk } = useDesk();
  const order = useCallCommand();
  const call = desk?.call;
  if (call == null || (call.state !== 'talking' && call.state !== 'onHold') || call.class === 'verifiedCorporate') {
    return null;
  }
  return (
    <Button look="primary" {...(small ? { size: 'small' as const } : {})} icon={ShieldCheck} busy={order.isPending} onClick={() => order.mutate({ callId: call.callId, command: 'verify' }, { onError: (error) => toast({ kind: 'error', title: text(error) }) })}>
      {t('desk.verify')}
    </Button>
  );
}
