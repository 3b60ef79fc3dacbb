import { Bell, Mail, Plus, UserPlus, Webhook, X, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { Field } from '../../../ui/fields/field';
import { TextInput } from '../../../ui/fields/text-input';
import { MenuButton } from '../../../ui/overlays/menu';
import { nobody, type Choices, type EntryAction, type EntryActionKind } from '../process-types';
import { ActorsField } from './actors-field';

const icons: Record<EntryActionKind, LucideIcon> = { assign: UserPlus, notify: Bell, mail: Mail, webhook: Webhook };
const kinds: readonly EntryActionKind[] = ['assign', 'notify', 'mail', 'webhook'];
const mostActions = 10;

/** What happens by itself when a document arrives: given to somebody, told, mailed, or told to another system. */
export function EntryActions({ actions, onChange, choices, disabled = false }: { actions: readonly EntryAction[]; onChange: (actions: EntryAction[]) => void; choices: Choices | undefined; disabled?: boolean }): ReactElement {
  const { t } = useTranslation();
  const set = (index: number, change: Partial<EntryAction>): void => onChange(actions.map((action, at) => (at === index ? { ...action, ...change } : action)));
  return (
    <div className="entry-actions">
      <div className="row">
        <h3 className="grow">{t('processes.on_entry')}</h3>
        {!disabled && actions.length < mostActions && (
          <MenuButton label={t('processes.add_action')} align="end" entries={kinds.map((kind) => ({ label: t(`processes.action.${kind}`), icon: icons[kind], run: () => onChange([...actions, { kind, to: nobody, value: null }]) }))}>
            {(props) => (
              <Button {...props} look="quiet" size="small" icon={Plus}>
                {t('processes.add')}
              </Button>
            )}
          </MenuButton>
        )}
      </div>
      {actions.length === 0 && <p className="t3 s">{t('processes.no_actions')}</p>}
      {actions.map((action, index) => {
        const Icon = icons[action.kind];
        return (
          <div key={index} className="entry-action">
            <div className="row g8">
              <Icon className="i s acc" aria-hidden="true" />
              <span className="grow">{t(`processes.action.${action.kind}`)}</span>
              {!disabled && <IconButton icon={X} size="small" look="quiet" label={t('processes.remove_action', { action: t(`processes.action.${action.kind}`) })} onClick={() => onChange(actions.filter((_, at) => at !== index))} />}
            </div>
            {action.kind === 'webhook' ? (
              <Field label={t('processes.webhook_address')} hint={t('processes.webhook_hint')}>
                <TextInput type="url" inputMode="url" value={action.value ?? ''} placeholder="https://" maxLength={500} disabled={disabled} onChange={(value) => set(index, { value: value === '' ? null : value })} />
              </Field>
            ) : (
              <ActorsField
                label={t(action.kind === 'assign' ? 'processes.assign_to' : 'processes.tell_whom')}
                hint={action.kind === 'mail' ? t('processes.mail_hint') : undefined}
                value={action.to}
                choices={choices}
                placeholder={t('processes.choose_people')}
                withRelations={action.kind !== 'assign'}
                withRoles={action.kind !== 'assign'}
                disabled={disabled}
                onChange={(to) => set(index, { to })}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}
