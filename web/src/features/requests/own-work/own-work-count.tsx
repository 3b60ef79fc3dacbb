import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { mostCounted } from '../../../api/request-types';
import { Count } from '../../../ui/marks/count';
import { useOwnWork } from './use-own-work';

/** How many wait for me, at the end of the rail's line. */
export function OwnWorkCount(): ReactElement | null {
  const { t } = useTranslation();
  const { data } = useOwnWork();
  const count = data?.total ?? data?.items.length ?? 0;
  return count === 0 ? null : <Count value={count} most={mostCounted} label={t('requests.mine')} />;
}
