import { Phone, PhoneOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import type { CallCommand, DeskCall } from '../../api/desk-types';
import { useRefusalText } from '../../api/refusal-notice';
import { Button } from '../../ui/actions/button';
import { toast } from '../../ui/overlays/toasts';
import { useCallCommand } from './use-desk';

/** A call rings while the agent is on another page: it can be answered from there, and leads to the desk. */
export function OfferedTools({ call }: { call: DeskCall }): ReactElement | null {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const { mutate, isPending } = useCallCommand();
  const text = useRefusalText();
  if (pathname === '/desk') {
    return null;
  }
  const order = (command: CallCommand): void => {
    if (command === 'answer') {
      void navigate('/desk');
    }
    mutate({ callId: call.callId, command }, { onError: (error) => toast({ kind: 'error', title: text(error) }) });
  };
  return (
    <span className="row g4" role="alert" aria-label={t('desk.call_offered')}>
      <Button look="primary" size="large" icon={Phone} busy={isPending} onClick={() => order('answer')}>
        {t('desk.answer')}
      </Button>
      <Button size="large" icon={PhoneOff} onClick={() => order('reject')}>
        {t('desk.reject')}
      </Button>
    </span>
  );
}
