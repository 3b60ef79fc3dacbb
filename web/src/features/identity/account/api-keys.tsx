import { Copy, KeyRound, Plus, Trash2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { EmptyState } from '../../../ui/layout/empty-state';
import { Notice } from '../../../ui/layout/notice';
import { Panel } from '../../../ui/layout/panel';
import { Skeleton } from '../../../ui/layout/skeleton';
import { Dialog } from '../../../ui/overlays/dialog';
import { toast } from '../../../ui/overlays/toasts';
import { useFormat } from '../../../ui/text/use-format';
import { ApiKeyDialog } from './api-key-dialog';
import { useApiKeys, useRevokeApiKey, type ApiKey } from './use-account';

/** Keys by which other software acts for this person. */
export function ApiKeys({ permissions }: { permissions: readonly string[] }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const keys = useApiKeys();
  const [isAdding, setIsAdding] = useState(false);
  const [removing, setRemoving] = useState<ApiKey | null>(null);
  const [fresh, setFresh] = useState<string | null>(null);

  const copy = async (key: string): Promise<void> => {
    await navigator.clipboard.writeText(key);
    toast({ title: t('identity.api_key_copied') });
  };

  return (
    <Panel
      title={t('identity.api_keys')}
      flush
      aside={
        <Button size="small" icon={Plus} onClick={() => setIsAdding(true)}>
          {t('identity.api_key_add')}
        </Button>
      }
    >
      <div className="panel-body stack">
        <p className="t2">{t('identity.api_keys_lead')}</p>
        {fresh !== null && (
          <Notice tone="warn">
            {t('identity.api_key_new')}
            <div className="key-once">
              <code>{fresh}</code>
              <Button icon={Copy} onClick={() => void copy(fresh)}>
                {t('identity.api_key_copy')}
              </Button>
            </div>
          </Notice>
        )}
        <RefusalNotice error={keys.error} />
        {keys.isPending && <Skeleton lines={2} />}
      </div>
      {keys.data?.length === 0 && <EmptyState icon={KeyRound} title={t('identity.no_api_keys')} />}
      <ul className="lines">
        {keys.data?.map((key) => (
          <li key={key.id}>
            <KeyRound className="i t3" aria-hidden="true" />
            <span className="line-text">
              <span className="row">
                <span className="md cut">{key.name}</span>
                <span className="code t2">{key.prefix}…</span>
              </span>
              <span className="s t2">
                {t('identity.api_key_created', { date: format.date(key.createdAt) })} · {key.lastUsedAt === null ? t('identity.api_key_unused') : t('identity.api_key_used', { date: format.dateTime(key.lastUsedAt) })}
              </span>
              <span className="s t3">{key.scopes.join(', ')}</span>
            </span>
            <IconButton look="quiet" icon={Trash2} label={t('identity.api_key_remove')} onClick={() => setRemoving(key)} />
          </li>
        ))}
      </ul>
      {isAdding && (
        <ApiKeyDialog
          permissions={permissions}
          onClose={() => setIsAdding(false)}
          onDone={(key) => {
            setIsAdding(false);
            setFresh(key);
          }}
        />
      )}
      {removing !== null && <RevokeDialog apiKey={removing} onClose={() => setRemoving(null)} />}
    </Panel>
  );
}

function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const revoke = useRevokeApiKey(onClose);
  return (
    <Dialog
      title={t('identity.api_key_remove_title', { name: apiKey.name })}
      confirmLabel={t('identity.api_key_remove_confirm')}
      danger
      busy={revoke.isPending}
      refusal={<RefusalNotice error={revoke.error} />}
      onConfirm={() => revoke.mutate(apiKey.id)}
      onClose={onClose}
    >
      <p>{t('identity.api_key_remove_text')}</p>
    </Dialog>
  );
}
