import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useOffer } from '../../../api/offer';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { Notice } from '../../../ui/layout/notice';
import { useNames } from '../../../ui/text/names';
import type { Conflict } from './autosave';
import type { FieldName } from './request-fields';

const fieldTexts: Record<FieldName, string> = {
  kind: 'requests.kind',
  categoryId: 'requests.category',
  answers: 'requests.answers',
  priorityId: 'requests.priority',
  subject: 'requests.subject',
  text: 'requests.text',
  customer: 'requests.customer',
  subscriptionId: 'requests.subscription',
  product: 'requests.product',
  contactMethodId: 'requests.contact_method',
  answer: 'requests.answer',
  work: 'requests.work',
  place: 'requests.place',
  wantedOn: 'requests.wanted_on',
};

/** Two people wrote the same field: both values are seen, and the person decides. */
export function ConflictNotice({ conflict, onKeep, onTake }: { conflict: Conflict; onKeep: () => void; onTake: () => void }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const offer = useOffer();
  const wordOf = (table: string, id: string): string => {
    const row = offer.find(table, id);
    return row === undefined ? '…' : names(row.names);
  };
  const theirs = (field: FieldName): string => {
    const value = conflict.theirs[field];
    if (value === null || value === '') {
      return t('requests.timeline.nothing');
    }
    switch (field) {
      case 'customer':
        return conflict.theirs.customer?.name ?? '';
      case 'contactMethodId':
        return wordOf('contact_methods', String(value));
      case 'priorityId':
        return wordOf('priorities', String(value));
      case 'categoryId':
        return wordOf('request_categories', String(value));
      case 'kind':
        return t(`requests.kind.${String(value)}`);
      case 'answers':
        return Object.values(conflict.theirs.answers).join(', ');
      default:
        return String(value);
    }
  };

  return (
    <div className="record-notice">
      <Notice
        tone="warn"
        title={t('requests.stale_title')}
        action={
          <span className="row g4">
            <Button size="small" onClick={onTake}>
              {t('requests.stale_take')}
            </Button>
            <Button size="small" onClick={onKeep}>
              {t('requests.stale_keep')}
            </Button>
          </span>
        }
      >
        {conflict.fields.map((field) => (
          <span key={field} className="conflict-field">
            {t(fieldTexts[field])}: “{theirs(field)}”
          </span>
        ))}
      </Notice>
    </div>
  );
}

/** Somebody else changed other fields meanwhile: taken over, and said once. */
export function MergedNotice({ fields, onSeen }: { fields: readonly FieldName[]; onSeen: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="record-notice">
      <Notice action={<IconButton look="quiet" size="small" icon={X} label={t('ui.dismiss')} onClick={onSeen} />}>
        {t('requests.merged', { fields: fields.map((field) => t(fieldTexts[field])).join(', ') })}
      </Notice>
    </div>
  );
}
