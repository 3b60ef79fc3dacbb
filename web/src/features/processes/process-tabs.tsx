import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Tabs } from '../../ui/layout/tabs';

type Page = 'processes' | 'deliveries';

const paths: Record<Page, string> = { processes: '/processes', deliveries: '/processes/deliveries' };

/** The processes, and what they sent outside. */
export function ProcessTabs({ value }: { value: Page }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Tabs<Page>
      label={t('processes.title')}
      value={value}
      tabs={[
        { key: 'processes', label: t('processes.title') },
        { key: 'deliveries', label: t('processes.deliveries') },
      ]}
      onChange={(page) => void navigate(paths[page])}
    />
  );
}
