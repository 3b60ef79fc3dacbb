import { FileText, Plus, Search } from 'lucide-react';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../api/refusal-notice';
import { useUnits } from '../../../api/units';
import { Button } from '../../../ui/actions/button';
import { TextInput } from '../../../ui/fields/text-input';
import { EmptyState } from '../../../ui/layout/empty-state';
import { Tag } from '../../../ui/marks/tag';
import type { Column } from '../../../ui/records/columns';
import { Table } from '../../../ui/records/table';
import { PageHead } from '../../../ui/shell/app-frame';
import { usePageTitle } from '../../../ui/shell/page-title';
import { Cut } from '../../../ui/text/cut';
import { foldText } from '../../../ui/text/fold';
import { useNames } from '../../../ui/text/names';
import { useFormat } from '../../../ui/text/use-format';
import { DefinitionTabs } from '../definition-tabs';
import { TemplateEditor } from './template-editor';
import { newTemplate, useNoteTemplates, type NoteTemplate, type TemplateDraft } from './use-note-templates';
import '../definitions.css';

/** Texts people write often, in three languages, with places that are filled in from the request (W-D08). */
export function TemplatesPage(): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const { data, error, isPending } = useNoteTemplates();
  const [typed, setTyped] = useState('');
  const [edited, setEdited] = useState<TemplateDraft | null>(null);
  const columns = useTemplateColumns();
  usePageTitle(t('templates.title'));

  const wanted = foldText(typed);
  const rows = (data ?? []).filter((row) => foldText(`${names(row.names)} ${Object.values(row.texts).join(' ')}`).includes(wanted));
  const edit = (row: NoteTemplate): void => setEdited({ ...row });

  return (
    <div className="defs">
      <div className="defs-head">
        <PageHead title={t('templates.title')} note={data === undefined ? undefined : data.length}>
          <div className="defs-find">
            <TextInput icon={Search} value={typed} onChange={setTyped} placeholder={t('templates.search')} aria-label={t('templates.search')} />
          </div>
          <Button look={edited === null ? 'primary' : 'plain'} icon={Plus} onClick={() => setEdited(newTemplate)}>
            {t('templates.new')}
          </Button>
        </PageHead>
        <DefinitionTabs value="templates" />
      </div>
      <RefusalNotice error={error} />
      <div className={edited === null ? 'defs-body' : 'defs-body with-editor'}>
        <Table
          label={t('templates.title')}
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
            <EmptyState icon={FileText} title={t('templates.none')}>
              {t('templates.none_hint')}
            </EmptyState>
          }
        />
        {edited !== null && <TemplateEditor key={edited.id ?? 'new'} template={edited} onSaved={edit} onClose={() => setEdited(null)} />}
      </div>
    </div>
  );
}

function useTemplateColumns(): Column<NoteTemplate>[] {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const units = useUnits();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('templates.name'),
        minWidth: 180,
        cell: (row) => (
          <span className="row g4">
            <Cut className={row.isActive ? undefined : 't3'}>{names(row.names)}</Cut>
            {!row.isActive && <Tag>{t('templates.inactive')}</Tag>}
          </span>
        ),
      },
      { key: 'kind', title: t('templates.kind'), width: 140, rank: 1, cell: (row) => t(`templates.kind.${row.kind}`) },
      {
        key: 'unit',
        title: t('templates.unit'),
        width: 190,
        rank: 2,
        cell: (row) => {
          const unit = units.find((one) => one.code === row.unit);
          return <Cut className="t2">{row.unit === null ? t('templates.unit_all') : unit === undefined ? row.unit : names(unit.names)}</Cut>;
        },
      },
      {
        key: 'languages',
        title: t('templates.languages'),
        width: 96,
        rank: 1,
        cell: (row) => (
          <span className="row g4">
            {(['tr', 'sv', 'en'] as const).map((language) => (
              <span key={language} className={row.texts[language] === '' ? 'lang-sign none' : 'lang-sign'} title={row.texts[language] === '' ? t('templates.language_missing') : undefined}>
                {language}
              </span>
            ))}
          </span>
        ),
      },
      { key: 'uses', title: t('templates.uses'), width: 84, rank: 3, align: 'right', cell: (row) => <span className="num t2">{format.number(row.uses)}</span> },
    ],
    [t, names, format, units],
  );
}
