import { Copy, Eye } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Dialog } from '../../../ui/overlays/dialog';
import { toast } from '../../../ui/overlays/toasts';
import { useWebhookSecret } from './use-deliveries';

/** How a receiver knows who called it, and the secret for it once it is asked for. */
export function SignatureDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const secret = useWebhookSecret();

  const copy = async (key: string): Promise<void> => {
    await navigator.clipboard.writeText(key);
    toast({ title: t('processes.webhook_secret_copied') });
  };

  return (
    <Dialog title={t('processes.webhook_signature')} confirmLabel={t('processes.webhook_secret_close')} hideCancel refusal={<RefusalNotice error={secret.error} />} onConfirm={onClose} onClose={onClose}>
      <p>{t('processes.webhook_signature_says')}</p>
      {secret.data === undefined ? (
        <div className="signature-secret">
          <Button icon={Eye} busy={secret.isPending} onClick={() => secret.mutate()}>
            {t('processes.webhook_secret_show')}
          </Button>
          <span className="t2 s">{t('processes.webhook_secret_audited')}</span>
        </div>
      ) : (
        <>
          <div className="signature-secret">
            <code aria-label={t('processes.webhook_secret')}>{secret.data.secret}</code>
            <Button icon={Copy} onClick={() => void copy(secret.data.secret)}>
              {t('processes.webhook_secret_copy')}
            </Button>
          </div>
          <p className="t2">{t(secret.data.privateAllowed ? 'processes.webhook_private_on' : 'processes.webhook_private_off')}</p>
        </>
      )}
    </Dialog>
  );
}
