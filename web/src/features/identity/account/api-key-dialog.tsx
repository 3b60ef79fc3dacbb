import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Field } from '../../../ui/fields/field';
import { MultiSelect } from '../../../ui/fields/select';
import { TextInput } from '../../../ui/fields/text-input';
import { Dialog } from '../../../ui/overlays/dialog';
import { useMakeApiKey } from './use-account';

export type ApiKeyDialogProps = { permissions: readonly string[]; onClose: () => void; onDone: (key: string) => void };

/** A new key, with no more rights than chosen here. */
export function ApiKeyDialog({ permissions, onClose, onDone }: ApiKeyDialogProps): ReactElement {
  const { t } = useTranslation();
  const make = useMakeApiKey(onDone);
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>([]);
  const [wasTried, setWasTried] = useState(false);

  const create = (): void => {
    setWasTried(true);
    if (name.trim() !== '' && scopes.length > 0) {
      make.mutate({ name: name.trim(), scopes });
    }
  };

  return (
    <Dialog title={t('identity.api_key_add')} confirmLabel={t('identity.api_key_add')} busy={make.isPending} refusal={<RefusalNotice error={make.error} />} onConfirm={create} onClose={onClose}>
      <Field label={t('identity.api_key_name')} error={wasTried && name.trim() === '' ? t('ui.field_empty') : undefined}>
        <TextInput value={name} onChange={setName} maxLength={80} autoFocus />
      </Field>
      <Field label={t('identity.api_key_scopes')} hint={t('identity.api_key_scopes_hint')} error={wasTried && scopes.length === 0 ? t('identity.api_key_scopes_empty') : undefined}>
        <MultiSelect options={permissions.map((permission) => ({ value: permission, label: permission }))} value={scopes} onChange={setScopes} />
      </Field>
    </Dialog>
  );
}
