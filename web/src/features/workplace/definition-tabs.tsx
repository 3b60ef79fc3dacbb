import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCan } from '../../api/me';
import { Tabs } from '../../ui/layout/tabs';

/** Templates and macros belong together: both are ready-made answers. */
export function DefinitionTabs({ value }: { value: 'templates' | 'macros' }): ReactElement | null {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayDefine = useCan('requests.settings');
  if (!mayDefine) {
    return null;
  }
  return (
    <Tabs
      label={t('templates.title')}
      tabs={[
        { key: 'templates', label: t('templates.tab') },
        { key: 'macros', label: t('macros.tab') },
      ]}
      value={value}
      onChange={(key) => void navigate(`/${key}`)}
    />
  );
}
