import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Tabs } from '../../ui/layout/tabs';

type Page = 'trunks' | 'outbound';

const paths: Record<Page, string> = { trunks: '/calls/trunks', outbound: '/calls/outbound' };

/** Lines to the outside, and what may be called over them. */
export function TrunkTabs({ value, aside }: { value: Page; aside?: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Tabs<Page>
      label={t('trunks.title')}
      value={value}
      tabs={[
        { key: 'trunks', label: t('trunks.trunks') },
        { key: 'outbound', label: t('trunks.outbound') },
      ]}
      onChange={(page) => void navigate(paths[page])}
      aside={aside}
    />
  );
}
