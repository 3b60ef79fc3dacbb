import { Lightbulb, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CrossSellRule } from '../../../api/customer-types';
import { useCan } from '../../../api/me';
import { RefusalNotice } from '../../../api/refusal-notice';
import { useUnits } from '../../../api/units';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { EmptyState } from '../../../ui/layout/empty-state';
import { Panel } from '../../../ui/layout/panel';
import { Skeleton } from '../../../ui/layout/skeleton';
import { Tag } from '../../../ui/marks/tag';
import { usePageTitle } from '../../../ui/shell/page-title';
import { useNames } from '../../../ui/text/names';
import { useFormat } from '../../../ui/text/use-format';
import { RuleForm } from './rule-form';
import { useRemoveRule, useRules } from './use-sales';
import '../customers.css';

/** The rules that suggest one thing to who has another (P-06). */
export function RulesPage(): ReactElement {
  const { t } = useTranslation();
  const { data, error } = useRules();
  const mayWrite = useCan('customers.settings');
  const [open, setOpen] = useState<string>();
  const remove = useRemoveRule(() => undefined);
  usePageTitle(t('customers.rules'));
  const close = (): void => setOpen(undefined);
  return (
    <div className="page customer-rules">
      <div className="customers-head">
        <h1>{t('customers.rules')}</h1>
        {mayWrite && open === undefined && (
          <span className="end">
            <Button look="primary" icon={Plus} onClick={() => setOpen('new')}>
              {t('customers.rule_new')}
            </Button>
          </span>
        )}
      </div>
      <p className="t2">{t('customers.rules_hint')}</p>
      {open === 'new' && (
        <Panel title={t('customers.rule_new')}>
          <RuleForm onDone={close} />
        </Panel>
      )}
      <RefusalNotice error={remove.error} />
      {data === undefined ? (
        error === null ? <Skeleton lines={4} /> : <RefusalNotice error={error} />
      ) : data.length === 0 && open === undefined ? (
        <EmptyState icon={Lightbulb} title={t('customers.rules_none')} />
      ) : (
        <ul className="stack">
          {data.map((rule) => (
            <li key={rule.id}>
              <Panel>{open === rule.id ? <RuleForm rule={rule} onDone={close} /> : <RuleLine rule={rule} mayWrite={mayWrite} onEdit={() => setOpen(rule.id)} onRemove={() => remove.mutate(rule.id)} />}</Panel>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function RuleLine({ rule, mayWrite, onEdit, onRemove }: { rule: CrossSellRule; mayWrite: boolean; onEdit: () => void; onRemove: () => void }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const units = useUnits();
  const unitName = (code: string): string => {
    const unit = units.find((one) => one.code === code);
    return unit === undefined ? code : names(unit.names);
  };
  const what = (category: CrossSellRule['hasCategory'], plan: string | null): string => [category === null ? null : names(category.names), plan === null ? null : `“${plan}”`].filter(Boolean).join(' + ');
  return (
    <div className="row wrap rule-line">
      <span className="grow">
        <b className="md">{names(rule.offer)}</b>
        {rule.amount !== null && <span className="num t2"> {t('customers.per_month', { amount: format.money(rule.amount) })}</span>}
        <span className="s t2 customer-line">{t('customers.rule_says', { has: what(rule.hasCategory, rule.hasPlan), lacks: what(rule.lacksCategory, rule.lacksPlan) })}</span>
      </span>
      {rule.unit !== null && <Tag>{unitName(rule.unit)}</Tag>}
      {!rule.isActive && <Tag>{t('customers.rule_off')}</Tag>}
      {mayWrite && (
        <span className="row g4">
          <IconButton look="quiet" icon={Pencil} label={t('customers.rule_edit')} onClick={onEdit} />
          <IconButton look="quiet" icon={Trash2} label={t('customers.rule_remove')} onClick={onRemove} />
        </span>
      )}
    </div>
  );
}
