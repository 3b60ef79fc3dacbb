import { Building2, ShieldCheck, UserCheck, Users } from 'lucide-react';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/fields/field';
import { MultiSelect, type Option } from '../../../ui/fields/select';
import { Avatar } from '../../../ui/marks/avatar';
import { useNames } from '../../../ui/text/names';
import type { Actors, Choices } from '../process-types';

export type ActorsFieldProps = {
  label: string;
  hint?: string;
  error?: string;
  value: Actors;
  onChange: (actors: Actors) => void;
  choices: Choices | undefined;
  placeholder: string;
  /** What somebody is to the document can be named too. */
  withRelations?: boolean;
  /** Only people and teams: what a document can be given to. */
  withRoles?: boolean;
  disabled?: boolean;
};

const sign = { owner: 'o:owner', team: 'o:team' } as const;

/** People by name, by team, by role, or by what they are to the document: one field, typing filters all. */
export function ActorsField({ label, hint, error, value, onChange, choices, placeholder, withRelations = true, withRoles = true, disabled = false }: ActorsFieldProps): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const options = useMemo<Option<string>[]>(() => {
    const relations: Option<string>[] = withRelations
      ? [
          { value: sign.owner, label: t('processes.actor_owner'), icon: <UserCheck className="i s" aria-hidden="true" /> },
          { value: sign.team, label: t('processes.actor_team'), icon: <Building2 className="i s" aria-hidden="true" /> },
        ]
      : [];
    const roles = withRoles
      ? (choices?.roles ?? []).map((role) => ({ value: `r:${role.code}`, label: names(role.names), icon: <ShieldCheck className="i s" aria-hidden="true" />, aside: t('processes.people_count', { count: role.people }) }))
      : [];
    return [
      ...(choices?.teams ?? []).map((team) => ({ value: `t:${team.id}`, label: names(team.names), icon: <Users className="i s" aria-hidden="true" />, aside: t('processes.people_count', { count: team.people }) })),
      ...roles,
      ...relations,
      ...(choices?.people ?? [])
        .filter((person) => person.isActive || value.users.includes(person.id))
        .map((person) => ({ value: `u:${person.id}`, label: person.name, icon: <Avatar name={person.name} decorative />, ...(person.isActive ? {} : { aside: t('processes.person_gone') }) })),
    ];
  }, [choices, names, t, value.users, withRelations, withRoles]);

  return (
    <Field label={label} hint={hint} error={error}>
      <MultiSelect options={options} value={textOf(value)} placeholder={placeholder} disabled={disabled} loading={choices === undefined} onChange={(next) => onChange(actorsOf(next))} />
    </Field>
  );
}

function textOf(actors: Actors): string[] {
  return [
    ...actors.teams.map((id) => `t:${id}`),
    ...actors.roles.map((code) => `r:${code}`),
    ...(actors.owner ? [sign.owner] : []),
    ...(actors.ownersTeam ? [sign.team] : []),
    ...actors.users.map((id) => `u:${id}`),
  ];
}

function actorsOf(chosen: readonly string[]): Actors {
  const of = (letter: string): string[] => chosen.filter((one) => one.startsWith(`${letter}:`)).map((one) => one.slice(2));
  return { users: of('u'), teams: of('t'), roles: of('r'), owner: chosen.includes(sign.owner), ownersTeam: chosen.includes(sign.team) };
}
