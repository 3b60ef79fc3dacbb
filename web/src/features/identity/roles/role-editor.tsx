import { Copy, Trash2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../../api/refusal';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Field } from '../../../ui/fields/field';
import { TextInput } from '../../../ui/fields/text-input';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { Notice } from '../../../ui/layout/notice';
import { Avatar } from '../../../ui/marks/avatar';
import { Dialog } from '../../../ui/overlays/dialog';
import { toast } from '../../../ui/overlays/toasts';
import { languages } from '../../../ui/text/language';
import { useNames } from '../../../ui/text/names';
import { codeOf } from '../code-of';
import { NamesFields } from '../names-fields';
import { useRemoveRole, useSaveRole, type PermissionGroup, type Role } from '../use-roles';
import type { User } from '../users/use-users';
import { PermissionList } from './permission-list';

const longest = 80;

export type RoleEditorProps = {
  /** Undefined for a new one. */
  role: Role | undefined;
  /** A new one begins with what this one allows. */
  copied: Role | null;
  groups: readonly PermissionGroup[];
  people: readonly User[];
  onCopy: (role: Role) => void;
  onSaved: (role: Role) => void;
  onGone: () => void;
};

/** What a role is called and what it allows; it holds at once for everybody who has it. */
export function RoleEditor({ role, copied, groups, people, onCopy, onSaved, onGone }: RoleEditorProps): ReactElement {
  const { t } = useTranslation();
  const nameOf = useNames();
  const [names, setNames] = useState(role?.names ?? { tr: '', sv: '', en: '' });
  const [code, setCode] = useState<string>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(role?.permissions ?? copied?.permissions ?? []));
  const [wasTried, setWasTried] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const save = useSaveRole(onSaved);
  const remove = useRemoveRole(() => {
    toast({ title: t('identity.role_removed', { name: nameOf(names) }) });
    onGone();
  });

  const isFixed = role?.isFixed === true;
  const written = role?.code ?? code ?? codeOf(names.en || names.tr || names.sv);
  const before = new Set(role?.permissions ?? []);
  const changes = [...chosen].filter((one) => !before.has(one)).length + [...before].filter((one) => !chosen.has(one)).length;
  const isChanged = role === undefined || changes > 0 || languages.some((language) => names[language] !== role.names[language]);
  const isNamed = languages.every((language) => names[language].trim() !== '');
  const codeError = isRefusal(save.error) ? save.error.fieldErrors('code') : undefined;

  const submit = (): void => {
    setWasTried(true);
    if (isNamed && isChanged && !isFixed && !save.isPending) {
      save.mutate({ code: written, names, permissions: [...chosen], version: role?.version ?? null });
    }
  };
  useShortcuts([{ key: 'ctrl+s', label: t('identity.role_save'), group: t('identity.roles'), run: submit }]);

  return (
    <section className="role-editor" aria-label={role === undefined ? t('identity.role_new') : nameOf(role.names)}>
      {/* Nothing in a fixed role takes the focus, and it has to scroll by keys too. */}
      <div className="role-scroll" role="group" aria-label={t('identity.audit.kind.Role')} tabIndex={isFixed ? 0 : undefined}>
        {isFixed && <Notice>{t('identity.role_fixed_says')}</Notice>}
        <div className="role-names">
          <NamesFields value={names} maxLength={longest} disabled={isFixed} onChange={setNames} errorOf={(language) => (wasTried && names[language as 'tr'].trim() === '' ? t('ui.field_empty') : undefined)} />
          <Field label={t('identity.code_of')} error={codeError} hint={role === undefined ? t('identity.role_code_hint') : undefined}>
            <TextInput value={written} disabled={role !== undefined} maxLength={40} spellCheck={false} autoCapitalize="none" onChange={setCode} />
          </Field>
        </div>
        <PermissionList groups={groups} chosen={isFixed ? new Set(groups.flatMap((group) => group.permissions)) : chosen} before={role === undefined ? null : before} disabled={isFixed} onChange={setChosen} />
        {people.length > 0 && (
          <section className="role-people" aria-labelledby="role-people">
            <h2 id="role-people">{t('identity.role_people_title')}</h2>
            <ul>
              {people.map((user) => (
                <li key={user.id} className={user.isActive ? undefined : 't3'}>
                  <Avatar name={user.displayName} decorative />
                  {user.displayName}
                  {!user.isActive && ` (${t('identity.state_disabled')})`}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <div className="role-foot">
        <RefusalNotice error={save.error ?? remove.error} />
        <div className="row g8">
          {!isFixed && (
            <Button look="primary" keys="ctrl+s" busy={save.isPending} disabled={!isChanged} onClick={submit}>
              {t(role === undefined ? 'identity.role_add' : 'ui.save')}
            </Button>
          )}
          {!isFixed && <span className="t2 s">{role === undefined ? t('identity.permissions_count', { count: chosen.size }) : isChanged ? t('identity.role_changes', { count: changes }) : t('identity.role_unchanged')}</span>}
          <span className="end row g8">
            {role !== undefined && (
              <Button look="quiet" icon={Copy} onClick={() => onCopy(role)}>
                {t('identity.role_copy')}
              </Button>
            )}
            {role !== undefined && !isFixed && (
              <Button look="quiet" icon={Trash2} disabled={people.length > 0} title={people.length > 0 ? t('refusal.identity.role_in_use') : undefined} onClick={() => setIsAsking(true)}>
                {t('identity.role_remove')}
              </Button>
            )}
          </span>
        </div>
      </div>
      {isAsking && role !== undefined && (
        <Dialog title={t('identity.role_remove_title', { name: nameOf(role.names) })} confirmLabel={t('identity.role_remove')} danger busy={remove.isPending} refusal={<RefusalNotice error={remove.error} />} onConfirm={() => remove.mutate(role.code)} onClose={() => setIsAsking(false)}>
          <p>{t('identity.role_remove_text')}</p>
        </Dialog>
      )}
    </section>
  );
}
