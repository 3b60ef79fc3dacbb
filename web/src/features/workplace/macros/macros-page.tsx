import { Plus, Zap } from 'lucide-react';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMacros, type Macro } from '../../../api/macros';
import { useCan } from '../../../api/me';
import { RefusalNotice } from '../../../api/refusal-notice';
import { useUnits } from '../../../api/units';
import { Button } from '../../../ui/actions/button';
import { EmptyState } from '../../../ui/layout/empty-state';
import { Kbd } from '../../../ui/marks/kbd';
import { Tag } from '../../../ui/marks/tag';
import type { Column } from '../../../ui/records/columns';
import { Table } from '../../../ui/records/table';
import { PageHead } from '../../../ui/shell/app-frame';
import { usePageTitle } from '../../../ui/shell/page-title';
import { Cut } from '../../../ui/text/cut';
import { useNames } from '../../../ui/text/names';
import { DefinitionTabs } from '../definition-tabs';
import { MacroEditor } from './macro-editor';
import { newMacro, type MacroDraft } from './use-define-macros';
import '../definitions.css';

/** Bundles of changes with a name: everybody's, which need the right to settings, and one's own. */
export function MacrosPage(): ReactElement {
  const { t } = useTranslation();
  const mayShare = useCan('requests.settings');
  const { data, error, isPending } = useMacros();
  const [edited, setEdited] = useState<MacroDraft | null>(null);
  const columns = useMacroColumns();
  usePageTitle(t('macros.title'));
  const rows = data ?? [];
  const edit = (row: Macro): void => {
    if (mayShare || !row.isShared) {
      setEdited({ ...row });
    }
  };

  return (
    <div className="defs">
      <div className="defs-head">
        <PageHead title={t('macros.title')} note={data === undefined ? undefined : data.length}>
          <Button look={edited === null ? 'primary' : 'plain'} icon={Plus} onClick={() => setEdited({ ...newMacro, isShared: mayShare })}>
            {t('macros.new')}
          </Button>
        </PageHead>
        <DefinitionTabs value="macros" />
      </div>
      <RefusalNotice error={error} />
      <div className={edited === null ? 'defs-body' : 'defs-body with-editor'}>
        <Table
          label={t('macros.title')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          current={edited?.id ?? undefined}
          onCurrent={(id) => {
            const row = rows.find((one) => one.id === id);
            if (row !== undefined) {
              edit(row);
            }
          }}
          onOpen={edit}
          isLoading={isPending}
          keys
          empty={
            <EmptyState icon={Zap} title={t('macros.none')}>
              {t('macros.none_hint')}
            </EmptyState>
          }
        />
        {edited !== null && <MacroEditor key={edited.id ?? 'new'} macro={edited} onSaved={edit} onClose={() => setEdited(null)} />}
      </div>
    </div>
  );
}

function useMacroColumns(): Column<Macro>[] {
  const { t } = useTranslation();
  const names = useNames();
  const units = useUnits();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('macros.name'),
        minWidth: 180,
        cell: (row) => (
          <span className="row g4">
            <Cut className={row.isActive ? undefined : 't3'}>{names(row.names)}</Cut>
            {!row.isActive && <Tag>{t('macros.inactive')}</Tag>}
          </span>
        ),
      },
      { key: 'steps', title: t('macros.steps'), minWidth: 160, rank: 2, cell: (row) => <Cut className="t2">{row.steps.map((step) => t(`macros.step.${step.kind}`)).join(', ')}</Cut> },
      { key: 'whose', title: t('macros.whose'), width: 96, rank: 1, cell: (row) => t(row.isShared ? 'macros.shared_short' : 'macros.own') },
      {
        key: 'unit',
        title: t('macros.unit'),
        width: 190,
        rank: 3,
        cell: (row) => {
          const unit = units.find((one) => one.code === row.unit);
          return <Cut className="t2">{row.unit === null ? t('templates.unit_all') : unit === undefined ? row.unit : names(unit.names)}</Cut>;
        },
      },
      { key: 'key', title: t('macros.key'), width: 80, cell: (row) => (row.key == null ? null : <Kbd keys={row.key.toUpperCase()} />) },
    ],
    [t, names, units],
  );
}
