import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileInfo } from '../../../api/files';
import type { FormField } from '../../../api/offer';
import { Segmented } from '../../../ui/actions/segmented';
import { DateField } from '../../../ui/fields/date-field';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { TextInput } from '../../../ui/fields/text-input';
import { useNames } from '../../../ui/text/names';
import { FileAnswer } from './file-answer';
import type { Answers } from './request-fields';

/** What is wrong, and with the answer to which field; with the first where that is not known. */
export type AnswerRefusal = { text: string; field: string | undefined };

export type ExtraFieldsProps = { fields: readonly FormField[]; files: readonly FileInfo[]; answers: Answers; readOnly: boolean; refusal: AnswerRefusal | undefined; onChange: (answers: Answers) => void; onLeave: () => void };

/** What the chosen category asks besides. */
export function ExtraFields({ fields, files, answers, readOnly, refusal, onChange, onLeave }: ExtraFieldsProps): ReactElement {
  const names = useNames();
  const refused = fields.find((field) => field.code === refusal?.field) ?? fields[0];
  const set = (code: string, value: string | null): void => {
    const rest = Object.entries(answers).filter(([other]) => other !== code);
    onChange(Object.fromEntries(value === null || value === '' ? rest : [...rest, [code, value]]));
  };
  return (
    <>
      {fields.map((field) => (
        <Field key={field.code} label={names(field.names)} required={field.isRequired} group={field.kind === 'yesNo' || field.kind === 'file'} className="span3" error={field === refused ? refusal?.text : undefined}>
          <Answer field={field} files={files} value={answers[field.code] ?? null} readOnly={readOnly} onChange={(value) => set(field.code, value)} onLeave={onLeave} />
        </Field>
      ))}
    </>
  );
}

function Answer({ field, files, value, readOnly, onChange, onLeave }: { field: FormField; files: readonly FileInfo[]; value: string | null; readOnly: boolean; onChange: (value: string | null) => void; onLeave: () => void }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  switch (field.kind) {
    case 'list':
      return <Select clearable={!field.isRequired} value={value} disabled={readOnly} options={field.choices.map((choice) => ({ value: choice.code, label: names(choice.names) }))} onChange={onChange} />;
    case 'date':
      return <DateField value={value} disabled={readOnly} onChange={onChange} />;
    case 'yesNo':
      return (
        <Segmented
          full
          label={names(field.names)}
          value={value ?? undefined}
          disabled={readOnly}
          options={[
            { value: 'true', label: t('requests.yes') },
            { value: 'false', label: t('requests.no') },
          ]}
          onChange={onChange}
        />
      );
    case 'number':
      return <TextInput inputMode="decimal" value={value ?? ''} maxLength={20} readOnly={readOnly} onChange={(typed) => onChange(typed.replace(',', '.').trim())} onBlur={onLeave} />;
    case 'file':
      return <FileAnswer files={files} value={value} readOnly={readOnly} onChange={onChange} />;
    default:
      return <TextInput value={value ?? ''} maxLength={500} readOnly={readOnly} onChange={onChange} onBlur={onLeave} />;
  }
}
