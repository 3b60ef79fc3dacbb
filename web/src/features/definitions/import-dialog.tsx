import { CircleAlert, CircleCheck, FolderOpen, Pencil, Plus, type LucideIcon } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../api/refusal-notice';
import { buttonClass } from '../../ui/actions/button';
import { Field, useFieldTies } from '../../ui/fields/field';
import { Notice } from '../../ui/layout/notice';
import { Dialog } from '../../ui/overlays/dialog';
import { toast } from '../../ui/overlays/toasts';
import { useNames } from '../../ui/text/names';
import { filled } from './row-name';
import type { ImportAnswer } from './types';
import { useImport } from './use-definitions';

type Line = ImportAnswer['lines'][number];

const marks: Record<Line['act'], { icon: LucideIcon; colour: string }> = {
  added: { icon: Plus, colour: 'ok' },
  changed: { icon: Pencil, colour: 'acc' },
  unchanged: { icon: CircleCheck, colour: 't3' },
  refused: { icon: CircleAlert, colour: 'danger' },
};

/** Rows from a file: what each line would do is seen before anything is saved; one bad line and nothing is. */
export function ImportDialog({ table, onClose }: { table: string; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const look = useImport(table);
  const save = useImport(table);
  const preview = look.data;
  const isUseful = preview !== undefined && preview.refused === 0 && preview.added + preview.changed > 0;

  return (
    <Dialog
      title={t('definitions.import_title')}
      confirmLabel={t('definitions.import')}
      disabled={file === null || !isUseful}
      busy={save.isPending}
      refusal={<RefusalNotice error={save.error ?? look.error} />}
      onClose={onClose}
      onConfirm={() =>
        file === null
          ? undefined
          : save.mutate(
              { file, isPreview: false },
              {
                onSuccess: ({ added, changed }) => {
                  toast({ title: t('definitions.imported', { added, changed }) });
                  onClose();
                },
              },
            )
      }
    >
      <div className="stack">
        <Field label={t('definitions.import_file')} hint={t('definitions.import_hint')}>
          <FileInput
            file={file}
            onFile={(next) => {
              setFile(next);
              save.reset();
              look.reset();
              if (next !== null) {
                look.mutate({ file: next, isPreview: true });
              }
            }}
          />
        </Field>
        {preview !== undefined && <Preview answer={preview} />}
      </div>
    </Dialog>
  );
}

// The browser's own button speaks the browser's language, not the page's.
function FileInput({ file, onFile }: { file: File | null; onFile: (file: File | null) => void }): ReactElement {
  const { t } = useTranslation();
  const ties = useFieldTies();
  return (
    <label className="def-file">
      <input id={ties?.id} aria-describedby={ties?.describedBy} className="sr" type="file" accept=".csv,text/csv" onChange={(event) => onFile(event.target.files?.[0] ?? null)} />
      <span className={buttonClass('plain')}>
        <FolderOpen className="i s" aria-hidden="true" />
        {t('definitions.import_choose')}
      </span>
      <span className="cut t2">{file?.name ?? t('definitions.import_none')}</span>
    </label>
  );
}

function Preview({ answer }: { answer: ImportAnswer }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const { added, changed, unchanged, refused } = answer;
  const shown = answer.lines.filter((line) => line.act !== 'unchanged').slice(0, 200);
  return (
    <>
      <Notice tone={refused > 0 ? 'danger' : 'info'}>
        {t('definitions.import_counts', { added, changed, unchanged })}
        {refused > 0 && ` ${t('definitions.import_refused', { count: refused })}`}
      </Notice>
      {shown.length > 0 && (
        <ul className="def-import" tabIndex={0} aria-label={t('definitions.import_lines')}>
          {shown.map((line) => {
            const { icon: Icon, colour } = marks[line.act];
            return (
              <li key={line.number}>
                <span className="num t3 s">{line.number}</span>
                <Icon className={`i s ${colour}`} role="img" aria-label={t(`definitions.import_act.${line.act}`)} />
                <span className="grow">
                  {names(filled(line.names)) || line.code}
                  {line.why != null && <span className="def-import-why s danger">{line.why}</span>}
                </span>
                <span className="code t2 cut">{line.code}</span>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
