import { CircleCheck, CirclePause, CircleX } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubscriptionStatus } from '../../../api/customer-types';
import { Tag } from '../../../ui/marks/tag';

const looks = { active: ['ok', CircleCheck], suspended: ['warn', CirclePause], ended: ['neutral', CircleX] } as const;

/** Running, resting or over, in a word and a shape. */
export function StatusTag({ status }: { status: SubscriptionStatus }): ReactElement {
  const { t } = useTranslation();
  const [tone, icon] = looks[status];
  return (
    <Tag tone={tone} icon={icon}>
      {t(`customers.subscription_status.${status}`)}
    </Tag>
  );
}
