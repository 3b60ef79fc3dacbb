import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../../ui/classes';
import { Checkbox } from '../../../ui/fields/checkbox';
import { Tag } from '../../../ui/marks/tag';
import type { PermissionGroup } from '../use-roles';

export type PermissionListProps = {
  groups: readonly PermissionGroup[];
  chosen: ReadonlySet<string>;
  /** What the saved role allows, to mark what is new and what goes; null for a new role. */
  before: ReadonlySet<string> | null;
  disabled: boolean;
  onChange: (chosen: ReadonlySet<string>) => void;
};

/** Everything that can be allowed, by part of the product; the head of a part takes all of it. */
export function PermissionList({ groups, chosen, before, disabled, onChange }: PermissionListProps): ReactElement {
  const { t } = useTranslation();
  const set = (permissions: readonly string[], isOn: boolean): void => {
    const next = new Set(chosen);
    permissions.forEach((one) => (isOn ? next.add(one) : next.delete(one)));
    onChange(next);
  };
  return (
    <div className="permissions">
      {groups
        .filter((group) => group.permissions.length > 0)
        .map(({ module, permissions }) => {
          const held = permissions.filter((one) => chosen.has(one)).length;
          return (
            <fieldset key={module} className="permission-group">
              <legend className="sr">{t(`identity.module.${module}`, { defaultValue: module })}</legend>
              <div className="permission-head">
                <Checkbox label={t(`identity.module.${module}`, { defaultValue: module })} checked={held === permissions.length} partly={held > 0 && held < permissions.length} disabled={disabled} onChange={(isOn) => set(permissions, isOn)} />
                <span className="end s t3 num">
                  {held} / {permissions.length}
                </span>
              </div>
              {permissions.map((one) => {
                const change = before === null || before.has(one) === chosen.has(one) ? null : chosen.has(one);
                return (
                  <div key={one} className={classes('permission', change === false && 'goes')} title={one}>
                    <Checkbox label={t(`identity.permission.${one}`, { defaultValue: one })} checked={chosen.has(one)} disabled={disabled} onChange={(isOn) => set([one], isOn)} />
                    {change !== null && !disabled && <Tag tone={change ? 'accent' : 'warn'}>{t(change ? 'identity.permission_new' : 'identity.permission_goes')}</Tag>}
                  </div>
                );
              })}
            </fieldset>
          );
        })}
    </div>
  );
}
