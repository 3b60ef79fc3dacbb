import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { titleOf, type Looks } from '../block-looks';
import type { Exit } from '../designer/edit-flow';
import type { Flow } from '../flow-types';

const ends = '\u0000';

/** Where a way out leads. */
export function TargetField({ label, flow, looks, exit, onChange }: { label: string; flow: Flow; looks: Looks; exit: Exit; onChange: (to: string | null) => void }): ReactElement {
  const { t } = useTranslation();
  const blocks = Object.keys(flow.nodes).map((name) => ({ value: name, label: titleOf(looks, flow, name), aside: name }));
  const isOpen = exit.to === '' || (exit.to !== null && flow.nodes[exit.to] === undefined);
  return (
    <Field label={label} error={isOpen ? t('ivr.no_target') : undefined}>
      <Select
        value={exit.to === null ? (exit.optional ? ends : null) : isOpen ? null : exit.to}
        placeholder={t('ivr.choose_target')}
        options={exit.optional ? [{ value: ends, label: t('ivr.ends_call') }, ...blocks] : blocks}
        onChange={(to) => onChange(to === ends ? null : to)}
      />
    </Field>
  );
}
