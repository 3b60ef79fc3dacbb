import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../../api/client';
import { RefusalNotice } from '../../../api/refusal-notice';
import type { UnitRules } from '../../../api/request-types';
import { Checkbox } from '../../../ui/fields/checkbox';
import { Panel } from '../../../ui/layout/panel';
import { Skeleton } from '../../../ui/layout/skeleton';
import { toast } from '../../../ui/overlays/toasts';
import { PageHead } from '../../../ui/shell/app-frame';
import { usePageTitle } from '../../../ui/shell/page-title';
import { useNames } from '../../../ui/text/names';

const key = ['requests', 'rules'] as const;

/** The switches of each unit: who chooses the category (H-04), and whether one is needed. */
export function RulesPage(): ReactElement {
  const { t } = useTranslation();
  const { data, error } = useQuery({ queryKey: key, queryFn: () => send<UnitRules[]>('GET', '/api/requests/rules') });
  usePageTitle(t('rules.title'));
  return (
    <div className="page">
      <PageHead title={t('rules.title')} note={t('rules.note')} />
      <RefusalNotice error={error} />
      {data === undefined && error === null && <Skeleton lines={4} />}
      {(data ?? []).map((rules) => (
        <UnitPanel key={`${rules.unit}${rules.version}`} rules={rules} />
      ))}
    </div>
  );
}

function UnitPanel({ rules }: { rules: UnitRules }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (change: Partial<UnitRules>) => {
      const { version, onlyAuthorisedCategorise, categoryToResolve } = { ...rules, ...change };
      return send('PUT', `/api/requests/rules/${rules.unit}`, { version, onlyAuthorisedCategorise, categoryToResolve });
    },
    onSuccess: () => toast({ title: t('rules.saved') }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  return (
    <Panel title={names(rules.names)}>
      <div className="stack g8">
        <Checkbox checked={rules.onlyAuthorisedCategorise} label={t('rules.only_authorised')} onChange={(onlyAuthorisedCategorise) => save.mutate({ onlyAuthorisedCategorise })} />
        <Checkbox checked={rules.categoryToResolve} label={t('rules.category_to_resolve')} onChange={(categoryToResolve) => save.mutate({ categoryToResolve })} />
        <RefusalNotice error={save.error} />
      </div>
    </Panel>
  );
}
