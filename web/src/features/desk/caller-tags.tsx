import { ShieldCheck, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskCall } from '../../api/desk-types';
import { Tag } from '../../ui/marks/tag';

/** What is certain about the caller, and what is not. */
export function CallerTags({ call }: { call: DeskCall }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      {call.customer != null && <Tag>{t(`customers.kind.${call.customer.kind}`)}</Tag>}
      {call.class === 'knownIndividual' && (
        <Tag tone="ok" icon={ShieldCheck}>
          {t('customers.class.knownIndividual')}
        </Tag>
      )}
      {call.class === 'verifiedCorporate' && (
        <Tag tone="ok" icon={ShieldCheck}>
          {t('customers.class.verifiedCorporate')}
        </Tag>
      )}
      {call.class === 'unidentified' && <Tag>{t('customers.class.unidentified')}</Tag>}
      {call.unverified && (
        <Tag tone="warn" icon={TriangleAlert} title={t('desk.unverified_hint')}>
          {t('desk.unverified')}
        </Tag>
      )}
    </>
  );
}
