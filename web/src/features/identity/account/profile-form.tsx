import { Monitor, Moon, Sun } from 'lucide-react';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../../api/me';
import { useSaveMySettings } from '../../../api/my-settings';
import { isRefusal } from '../../../api/refusal';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Segmented } from '../../../ui/actions/segmented';
import { Field } from '../../../ui/fields/field';
import { TextInput } from '../../../ui/fields/text-input';
import { Panel } from '../../../ui/layout/panel';
import { toast } from '../../../ui/overlays/toasts';
import { languageNames, languages } from '../../../ui/text/language';
import { useSaveProfile } from './use-account';

/** Name, language and look. Language and look change at once and keep themselves. */
export function ProfileForm({ me }: { me: Me }): ReactElement {
  const { t } = useTranslation();
  const saveSettings = useSaveMySettings(me);
  const [displayName, setDisplayName] = useState(me.displayName);
  const save = useSaveProfile(() => toast({ title: t('identity.profile_saved') }));
  const isEmpty = displayName.trim() === '';

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isEmpty && !save.isPending) {
      save.mutate({ displayName: displayName.trim(), language: me.language, theme: me.theme });
    }
  };

  return (
    <Panel title={t('identity.profile')}>
      <form className="stack" onSubmit={submit} noValidate>
        <Field label={t('identity.display_name')} error={isEmpty ? t('ui.field_empty') : isRefusal(save.error) ? save.error.fieldErrors('displayName') : undefined}>
          <TextInput value={displayName} onChange={setDisplayName} autoComplete="name" maxLength={120} />
        </Field>
        <Field label={t('app.language')} group>
          <Segmented label={t('app.language')} value={me.language} onChange={(language) => saveSettings({ language })} options={languages.map((code) => ({ value: code, label: languageNames[code] }))} />
        </Field>
        <Field label={t('app.theme')} group>
          <Segmented
            label={t('app.theme')}
            value={me.theme}
            onChange={(theme) => saveSettings({ theme })}
            options={[
              { value: 'light', label: t('app.theme_light'), icon: Sun },
              { value: 'dark', label: t('app.theme_dark'), icon: Moon },
              { value: 'system', label: t('app.theme_system'), icon: Monitor },
            ]}
          />
        </Field>
        <RefusalNotice error={save.error} />
        <div className="account-foot">
          <Button type="submit" disabled={displayName.trim() === me.displayName} busy={save.isPending}>
            {t('ui.save')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
