import { Phone } from 'lucide-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/actions/icon-button';
import { toast } from '../ui/overlays/toasts';
import { useFormat } from '../ui/text/use-format';
import { send } from './client';
import { useCan } from './me';
import { useRefusalText } from './refusal-notice';

type DialNumberProps = { /** E.164 */ number: string; /** For which unit the agent calls; left out: the one of his first team. */ unit?: string | undefined };

/** A number that can be called by a click: the agent's own phone is on the line first, then the number rings. Only the number for who takes no calls. */
export function DialNumber({ number, unit }: DialNumberProps): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const text = useRefusalText();
  const mayCall = useCan('calls.take');
  const dial = useMutation({
    mutationFn: () => send('POST', '/api/calls/out', { to: number, unit: unit ?? null }),
    onError: (refusal: Error) => toast({ kind: 'error', title: text(refusal) }),
  });
  const shown = format.phone(number);
  return (
    <span className="row g4">
      <span className="num">{shown}</span>
      {mayCall && <IconButton look="quiet" size="small" icon={Phone} label={t('calls.dial', { number: shown })} disabled={dial.isPending} onClick={() => dial.mutate()} />}
    </span>
  );
}
