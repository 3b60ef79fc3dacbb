import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClockChoices } from '../../../api/clock-types';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { useNames } from '../../../ui/text/names';
import { categoryWords } from './target-matrix';
import type { Scope } from './scopes';

/** Category, team and unit of a target or of a request that is tried. */
export function ScopeFields({ choices, value, onChange, unitNeeded = false }: { choices: ClockChoices; value: Scope; onChange: (scope: Scope) => void; unitNeeded?: boolean }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <>
      <Field label={t('clocks.unit')}>
        <Select value={value.unit} clearable={!unitNeeded} placeholder={t('clocks.any')} options={choices.units.map((unit) => ({ value: unit.code, label: names(unit.names) }))} onChange={(unit) => onChange({ ...value, unit: unit ?? (unitNeeded ? value.unit : null) })} />
      </Field>
      <Field label={t('clocks.team')}>
        <Select value={value.teamId} clearable placeholder={t('clocks.any')} options={choices.teams.filter((team) => value.unit === null || team.unit === value.unit).map((team) => ({ value: team.id, label: names(team.names) }))} onChange={(teamId) => onChange({ ...value, teamId })} />
      </Field>
      <Field label={t('clocks.category')}>
        <Select
          value={value.categoryId}
          clearable
          placeholder={t('clocks.any')}
          options={choices.categories.filter((row) => row.isActive && (row.unit === null || value.unit === null || row.unit === value.unit)).map((row) => ({ value: row.id, label: categoryWords(choices, row.id, names) }))}
          onChange={(categoryId) => onChange({ ...value, categoryId })}
        />
      </Field>
    </>
  );
}
