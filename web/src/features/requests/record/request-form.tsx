import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definitions, Priority, RequestKind } from '../../../api/request-types';
import { Segmented } from '../../../ui/actions/segmented';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { TextArea } from '../../../ui/fields/text-area';
import { TextInput } from '../../../ui/fields/text-input';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { useNames } from '../../../ui/text/names';
import { CustomerField } from './customer-field';
import type { FieldName, RequestFields } from './request-fields';

export type RequestFormProps = {
  fields: RequestFields;
  definitions: Definitions | undefined;
  onChange: (change: Partial<RequestFields>) => void;
  /** Leaving a text field saves it. */
  onLeave: () => void;
  readOnly: boolean;
  errors: Partial<Record<FieldName, string>>;
  /** Owner, drawn by the record because giving it away is an act of its own. */
  owner: ReactElement;
};

const priorities: readonly Priority[] = ['low', 'normal', 'high', 'urgent'];
const kinds: readonly { value: RequestKind; key: string }[] = [
  { value: 'information', key: 'i' },
  { value: 'action', key: 'a' },
  { value: 'comment', key: 'c' },
];

/** The fields of a request. `I`, `A` and `C` set the kind while there is none. */
export function RequestForm({ fields, definitions, onChange, onLeave, readOnly, errors, owner }: RequestFormProps): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const isKindOpen = fields.kind === null && !readOnly;

  useShortcuts(
    kinds.map(({ value, key }) => ({ key, label: t(`requests.kind.${value}`), group: t('requests.keys_record'), run: () => onChange({ kind: value }) })),
    isKindOpen,
  );

  return (
    <div className="request-form">
      <Field label={t('requests.kind')} group className="span4" error={errors.kind}>
        <Segmented
          full
          label={t('requests.kind')}
          value={fields.kind ?? undefined}
          disabled={readOnly}
          options={kinds.map(({ value, key }) => ({ value, label: t(`requests.kind.${value}`), ...(isKindOpen ? { keys: key } : {}) }))}
          onChange={(kind) => onChange({ kind })}
        />
      </Field>
      <Field label={t('requests.subject')} className="span5" error={errors.subject}>
        <TextInput value={fields.subject} maxLength={200} readOnly={readOnly} onChange={(subject) => onChange({ subject })} onBlur={onLeave} />
      </Field>
      <Field label={t('requests.priority')} className="span3">
        <Select value={fields.priority} disabled={readOnly} options={priorities.map((value) => ({ value, label: t(`requests.priority.${value}`) }))} onChange={(priority) => onChange({ priority: priority ?? 'normal' })} />
      </Field>
      <Field label={t('requests.customer')} className="span5" error={errors.customer}>
        <CustomerField value={fields.customer} readOnly={readOnly} onChange={(customer) => onChange({ customer })} />
      </Field>
      {owner}
      <Field label={t('requests.contact_method')} className="span4" error={errors.contactMethodId}>
        <Select
          clearable
          value={fields.contactMethodId}
          disabled={readOnly || definitions === undefined}
          options={(definitions?.contactMethods ?? []).map((method) => ({ value: method.id, label: names(method.names) }))}
          onChange={(contactMethodId) => onChange({ contactMethodId })}
        />
      </Field>
      <Field label={t('requests.text')} className="span12" error={errors.text}>
        <TextArea className="request-text" rows={2} value={fields.text} maxLength={8000} readOnly={readOnly} onChange={(text) => onChange({ text })} onBlur={onLeave} />
      </Field>
    </div>
  );
}
