import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/actions/button';
import { IconButton } from '../../ui/actions/icon-button';
import { Checkbox } from '../../ui/fields/checkbox';
import { Field } from '../../ui/fields/field';
import { Select } from '../../ui/fields/select';
import { TextInput } from '../../ui/fields/text-input';
import { languageNames, languages, useLanguage } from '../../ui/text/language';
import type { FieldKind, FormField, Names } from './types';

const kinds: readonly FieldKind[] = ['text', 'number', 'date', 'list', 'yesNo', 'file'];
const noNames: Names = { tr: '', sv: '', en: '' };

export type FieldEditorProps = {
  field: FormField;
  place: number;
  count: number;
  disabled: boolean;
  onChange: (field: FormField) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
};

/** One extra field of a category: its names, what it holds, whether it must be answered, and the entries of a list. */
export function FieldEditor({ field, place, count, disabled, onChange, onMove, onRemove }: FieldEditorProps): ReactElement {
  const { t } = useTranslation();
  const title = t('definitions.field_n', { n: place + 1 });
  return (
    <fieldset className="def-field" disabled={disabled}>
      <legend className="sr">{title}</legend>
      <div className="row">
        <b className="md grow cut">{title}</b>
        <IconButton look="quiet" size="small" icon={ArrowUp} label={t('definitions.move_up')} disabled={place === 0} onClick={() => onMove(-1)} />
        <IconButton look="quiet" size="small" icon={ArrowDown} label={t('definitions.move_down')} disabled={place === count - 1} onClick={() => onMove(1)} />
        <IconButton look="quiet" size="small" icon={Trash2} label={t('definitions.field_remove')} onClick={onRemove} />
      </div>
      <NameInputs label={title} names={field.names} onChange={(names) => onChange({ ...field, names })} />
      <div className="two">
        <Field label={t('definitions.field_kind')}>
          <Select<FieldKind>
            value={field.kind}
            disabled={disabled}
            options={kinds.map((kind) => ({ value: kind, label: t(`definitions.kind.${kind}`) }))}
            onChange={(kind) => (kind === null ? undefined : onChange({ ...field, kind, choices: kind === 'list' ? (field.choices.length > 0 ? field.choices : [{ code: '', names: noNames }]) : [] }))}
          />
        </Field>
        <div className="def-field-required">
          <Checkbox checked={field.isRequired} disabled={disabled} label={t('definitions.field_required')} onChange={(isRequired) => onChange({ ...field, isRequired })} />
        </div>
      </div>
      {field.kind === 'list' && (
        <div className="stack g4">
          <span className="s t2">{t('definitions.choices')}</span>
          {field.choices.map((choice, index) => (
            <div key={index} className="def-choice">
              <NameInputs label={t('definitions.choice_n', { n: index + 1 })} names={choice.names} onChange={(names) => onChange({ ...field, choices: field.choices.map((old, at) => (at === index ? { ...choice, names } : old)) })} />
              <IconButton look="quiet" size="small" icon={Trash2} label={t('definitions.choice_remove')} disabled={field.choices.length === 1} onClick={() => onChange({ ...field, choices: field.choices.filter((_, at) => at !== index) })} />
            </div>
          ))}
          <div>
            <Button size="small" look="quiet" icon={Plus} disabled={field.choices.length >= 50} onClick={() => onChange({ ...field, choices: [...field.choices, { code: '', names: noNames }] })}>
              {t('definitions.choice_add')}
            </Button>
          </div>
        </div>
      )}
    </fieldset>
  );
}

/** Three names under each other, the reader's language first. */
function NameInputs({ label, names, onChange }: { label: string; names: Names; onChange: (names: Names) => void }): ReactElement {
  const language = useLanguage();
  return (
    <span className="def-names">
      {[language, ...languages.filter((other) => other !== language)].map((one) => (
        <TextInput key={one} aria-label={`${label}, ${languageNames[one]}`} placeholder={languageNames[one]} maxLength={120} value={names[one]} onChange={(name) => onChange({ ...names, [one]: name })} />
      ))}
    </span>
  );
}
