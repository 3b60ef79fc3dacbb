import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../api/client';
import { RefusalNotice, useRefusalText } from '../../api/refusal-notice';
import type { components } from '../../api/schema';
import { Checkbox } from '../../ui/fields/checkbox';
import { Select } from '../../ui/fields/select';
import { TextInput } from '../../ui/fields/text-input';
import { Panel } from '../../ui/layout/panel';
import { Skeleton } from '../../ui/layout/skeleton';
import { toast } from '../../ui/overlays/toasts';
import { PageHead } from '../../ui/shell/app-frame';
import { usePageTitle } from '../../ui/shell/page-title';
import { useNames } from '../../ui/text/names';
import './calls.css';

type Rule = components['schemas']['SetRecordingRuleResponse'];
type Policy = Rule['policy'];

const policies: readonly Policy[] = ['off', 'always', 'byAgent'];
const key = ['calls', 'recording-rules'] as const;
const mostDays = 3650;

/** Whether each team's conversations are recorded, how long they are kept, and whether its people see that somebody listens. */
export function RecordingRulesPage(): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  usePageTitle(t('calls.rules'));
  const { data, error, isPending } = useQuery({ queryKey: key, queryFn: () => send<Rule[]>('GET', '/api/calls/recording-rules') });
  if (data === undefined) {
    return <div className="page">{isPending ? <Skeleton lines={8} /> : <RefusalNotice error={error} />}</div>;
  }
  return (
    <div className="page">
      <PageHead title={t('calls.rules')} note={t('calls.rules_about')} />
      <Panel flush>
        <div className="live-table">
          <table aria-label={t('calls.rules')}>
            <thead>
              <tr>
                <th scope="col">{t('calls.team')}</th>
                <th scope="col">{t('calls.rule.policy')}</th>
                <th scope="col">{t('calls.rule.days')}</th>
                <th scope="col">{t('calls.rule.shows')}</th>
              </tr>
            </thead>
            <tbody>
              {data.map((rule) => (
                <RuleRow key={`${rule.teamId} ${rule.version}`} rule={rule} name={names(rule.names)} />
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
    </div>
  );
}

function RuleRow({ rule, name }: { rule: Rule; name: string }): ReactElement {
  const { t } = useTranslation();
  const text = useRefusalText();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (change: Partial<Rule>) => {
      const { version, policy, keepDays, showsListening } = { ...rule, ...change };
      return send<Rule>('PUT', `/api/calls/recording-rules/${rule.teamId}`, { version, policy, keepDays, showsListening });
    },
    onSuccess: (saved) => {
      queries.setQueryData<Rule[]>(key, (rules) => rules?.map((one) => (one.teamId === saved.teamId ? saved : one)));
      toast({ title: t('calls.rule.saved', { team: name }) });
    },
    onError: (error) => {
      toast({ kind: 'error', title: text(error) });
      void queries.invalidateQueries({ queryKey: key });
    },
  });
  const keep = (typed: string): void => {
    const days = Math.min(mostDays, Math.max(1, Number.parseInt(typed, 10) || rule.keepDays));
    if (days !== rule.keepDays) {
      save.mutate({ keepDays: days });
    }
  };
  return (
    <tr>
      <td>
        <b className="md">{name}</b>
      </td>
      <td data-label={t('calls.rule.policy')}>
        <Select<Policy> label={`${name}: ${t('calls.rule.policy')}`} value={rule.policy} disabled={save.isPending} options={policies.map((value) => ({ value, label: t(`calls.rule.policy.${value}`) }))} onChange={(policy) => policy !== null && save.mutate({ policy })} />
      </td>
      <td data-label={t('calls.rule.days')}>
        <DaysInput label={`${name}: ${t('calls.rule.days')}`} days={rule.keepDays} onKeep={keep} />
      </td>
      <td data-label={t('calls.rule.shows')}>
        <Checkbox boxOnly label={`${name}: ${t('calls.rule.shows')}`} checked={rule.showsListening} disabled={save.isPending} onChange={(showsListening) => save.mutate({ showsListening })} />
      </td>
    </tr>
  );
}

/** Kept when the field is left or Enter is pressed, not at every digit. */
function DaysInput({ label, days, onKeep }: { label: string; days: number; onKeep: (typed: string) => void }): ReactElement {
  const [typed, setTyped] = useState(String(days));
  return <TextInput className="rule-days" type="number" min={1} max={mostDays} aria-label={label} value={typed} onChange={setTyped} onBlur={() => onKeep(typed)} onKeyDown={(event) => event.key === 'Enter' && onKeep(typed)} />;
}
