import { useRef, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCascade, useOffer } from '../../../api/offer';
import type { RequestKind, ServiceRequest } from '../../../api/request-types';
import { Segmented } from '../../../ui/actions/segmented';
import { CascadeField } from '../../../ui/fields/cascade-field';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { TextArea } from '../../../ui/fields/text-area';
import { TextInput } from '../../../ui/fields/text-input';
import { isTextField, useShortcuts } from '../../../ui/keys/shortcuts';
import { Kbd } from '../../../ui/marks/kbd';
import { useNames } from '../../../ui/text/names';
import { CustomerField } from './customer-field';
import { ExtraFields, type AnswerRefusal } from './extra-fields';
import { KindSection } from './kind-section';
import { withKept } from './kept-option';
import { PriorityField } from './priority-field';
import type { FieldName, RequestFields } from './request-fields';

export type RequestFormProps = {
  request: ServiceRequest;
  fields: RequestFields;
  onChange: (change: Partial<RequestFields>) => void;
  /** Leaving a text field saves it. */
  onLeave: () => void;
  readOnly: boolean;
  errors: Partial<Record<FieldName, string>>;
  answerRefusal: AnswerRefusal | undefined;
  /** Owner and team, drawn by the record because giving work away is an act of its own. */
  people: ReactElement;
};

const kinds: readonly { value: RequestKind; key: string }[] = [
  { value: 'information', key: 'i' },
  { value: 'action', key: 'a' },
  { value: 'comment', key: 'c' },
];
const textLabels: Record<RequestKind, string> = { information: 'requests.question', action: 'requests.text', comment: 'requests.comment_text' };

/** The fields of a request; its kind decides the last section (M-05). `I`, `A` and `C` set the kind while there is none, then `C` is the category. */
export function RequestForm({ request, fields, onChange, onLeave, readOnly, errors, answerRefusal, people }: RequestFormProps): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const offer = useOffer(request.unit);
  const categories = useCascade(offer, 'request_categories');
  const category = useRef<HTMLInputElement>(null);
  const subject = useRef<HTMLInputElement>(null);
  const isKindOpen = fields.kind === null && !readOnly;
  const mayCategorise = request.may.categorise && !readOnly;
  const kept = request.category?.id === fields.categoryId ? request.category?.path.map((step) => names(step.names)) : undefined;

  useShortcuts(
    kinds.map(({ value, key }) => ({
      key,
      label: t(`requests.kind.${value}`),
      group: t('requests.keys_record'),
      run: () => {
        onChange({ kind: value });
        // What the customer wants is typed next.
        subject.current?.focus();
      },
    })),
    isKindOpen,
  );
  useShortcuts(
    [
      {
        key: 'c',
        label: t('requests.category'),
        group: t('requests.keys_record'),
        run: () => {
          category.current?.focus();
          category.current?.click();
        },
      },
    ],
    mayCategorise && !isKindOpen,
  );

  // Esc leaves a field, so that the letters act on the record again.
  const leave = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented && isTextField(event.target)) {
      event.preventDefault();
      (event.target as HTMLElement).blur();
    }
  };

  // A list that is still open keeps Esc to itself; here one press closes it and leaves, however late it came.
  const leaveList = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && event.target instanceof HTMLElement && event.target.closest('.picker') !== null) {
      event.target.blur();
    }
  };

  return (
    <div className="request-form" onKeyDown={leave} onKeyDownCapture={leaveList}>
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
      <Field label={t('requests.category')} className="span5" error={errors.categoryId} aside={mayCategorise && !isKindOpen ? <Kbd keys="c" /> : undefined}>
        <CascadeField
          ref={category}
          nodes={categories}
          value={fields.categoryId}
          clearable
          disabled={!mayCategorise}
          {...(kept === undefined ? {} : { kept })}
          levelNames={[t('requests.category_level.1'), t('requests.category_level.2'), t('requests.category_level.3')]}
          onChange={(categoryId) => onChange({ categoryId, answers: {} })}
        />
      </Field>
      <PriorityField priority={request.priority ?? null} value={fields.priorityId} unit={request.unit} readOnly={readOnly} error={errors.priorityId} onChange={(priorityId) => onChange({ priorityId })} />
      <Field label={t('requests.subject')} className="span6" error={errors.subject}>
        <TextInput ref={subject} value={fields.subject} maxLength={200} readOnly={readOnly} onChange={(subject) => onChange({ subject })} onBlur={onLeave} />
      </Field>
      <Field label={t('requests.customer')} className="span6" error={errors.customer}>
        <CustomerField value={fields.customer} readOnly={readOnly} onChange={(customer) => onChange({ customer, subscriptionId: null })} />
      </Field>
      {people}
      <Field label={t('requests.contact_method')} className="span3" error={errors.contactMethodId}>
        <Select
          clearable
          value={fields.contactMethodId}
          disabled={readOnly || offer.isLoading}
          options={withKept(offer.rows('contact_methods').map((method) => ({ value: method.id, label: names(method.names) })), request.contactMethod == null ? undefined : { value: request.contactMethod.id, label: names(request.contactMethod.names) })}
          onChange={(contactMethodId) => onChange({ contactMethodId })}
        />
      </Field>
      <Field label={t('requests.product')} className="span3" error={errors.product}>
        <TextInput value={fields.product} maxLength={120} readOnly={readOnly} onChange={(product) => onChange({ product })} onBlur={onLeave} />
      </Field>
      <ExtraFields fields={offer.find('request_categories', fields.categoryId)?.fields ?? (fields.categoryId === request.category?.id ? request.formFields : [])} files={request.files} answers={fields.answers} readOnly={readOnly} refusal={answerRefusal} onChange={(answers) => onChange({ answers })} onLeave={onLeave} />
      <Field label={t(fields.kind === null ? 'requests.text' : textLabels[fields.kind])} className={fields.kind === 'comment' || fields.kind === null ? 'span12' : 'span6 new-line'} error={errors.text}>
        <TextArea className="request-text" rows={2} value={fields.text} maxLength={8000} readOnly={readOnly} onChange={(text) => onChange({ text })} onBlur={onLeave} />
      </Field>
      <KindSection fields={fields} readOnly={readOnly} errors={errors} onChange={onChange} onLeave={onLeave} />
    </div>
  );
}
