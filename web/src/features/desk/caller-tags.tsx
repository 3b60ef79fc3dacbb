import { CornerDownLeft, PhoneForwarded, ShieldCheck, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskCall } from '../../api/desk-types';
import { Tag } from '../../ui/marks/tag';
import { useFormat } from '../../ui/text/use-format';

/** What is certain about the caller, and what is not. */
export function CallerTags({ call }: { call: DeskCall }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {call.customer != null && <Tag>{t(`customers.kind.${call.customer.kind}`)}</Tag>}
      {call.class === 'knownIndividual' && (
        <Tag tone="ok" icon={ShieldCheck}>
          {t('customers.class.knownIndividual')}
        </Tag>
      )}
      {call.class === 'verifiedCorporate' && (
        <Tag tone="ok" icon={ShieldCheck} title={t('desk.verified_hint')}>
          {call.verification.verifiedAt == null ? t('customers.class.verifiedCorporate') : t('desk.verified_at', { time: format.time(call.verification.verifiedAt) })}
        </Tag>
      )}
      {call.class === 'unidentified' && <Tag>{t('customers.class.unidentified')}</Tag>}
      {call.consult?.isAsked === true && (
        <Tag tone="info" icon={PhoneForwarded}>
          {t('desk.consult_asked', { name: call.consult.name })}
        </Tag>
      )}
      {call.sentBy != null && call.consult?.isAsked !== true && (
        <Tag tone={call.sentBy.isReturned ? 'warn' : 'info'} icon={call.sentBy.isReturned ? CornerDownLeft : PhoneForwarded}>
          {call.sentBy.isReturned ? t('desk.returned') : t('desk.sent_by', { name: call.sentBy.name })}
        </Tag>
      )}
      {call.unverified && (
        <Tag tone="warn" icon={TriangleAlert} title={t('desk.unverified_hint')}>
          {t('desk.unverified')}
        </Tag>
      )}
    </>
  );
}
