import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definitions } from '../../../api/request-types';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { Notice } from '../../../ui/layout/notice';
import { useNames } from '../../../ui/text/names';
import type { Conflict } from './autosave';
import type { FieldName } from './request-fields';

const fieldTexts: Record<FieldName, string> = {
  kind: 'requests.kind',
  subject: 'requests.subject',
  text: 'requests.text',
  contactMethodId: 'requests.contact_method',
  customer: 'requests.customer',
  priority: 'requests.priority',
};

/** Two people wrote the same field: both values are seen, and the person decides. */
export function ConflictNotice({ conflict, definitions, onKeep, onTake }: { conflict: Conflict; definitions: Definitions | undefined; onKeep: () => void; onTake: () => void }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const theirs = (field: FieldName): string => {
    const value = conflict.theirs[field];
    if (value === null || value === '') {
      return t('requests.timeline.nothing');
    }
    switch (field) {
      case 'customer':
        return conflict.theirs.customer?.name ?? '';
      case 'contactMethodId': {
        const method = definitions?.contactMethods.find((known) => known.id === value);
        return method === undefined ? '' : names(method.names);
      }
      case 'kind':
      case 'priority':
        return t(`requests.${field}.${String(value)}`);
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
