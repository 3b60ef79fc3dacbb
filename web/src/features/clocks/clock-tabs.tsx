import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Tabs } from '../../ui/layout/tabs';

type Page = 'targets' | 'calendars';

/** The two halves of the promises: how long, and which hours count. */
export function ClockTabs({ value }: { value: Page }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Tabs<Page>
      label={t('clocks.title')}
      value={value}
      tabs={[
        { key: 'targets', label: t('clocks.targets') },
        { key: 'calendars', label: t('clocks.calendars') },
      ]}
      onChange={(page) => void navigate(`/clocks/${page}`)}
    />
  );
}
