import { ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/fields/field';
import { MultiSelect } from '../../../ui/fields/select';
import { StageMark } from '../../../ui/marks/stage-mark';
import { useNames } from '../../../ui/text/names';
import { connect, disconnect, findStage, leadsTo } from '../designer/edit-design';
import { markOf, type Design } from '../process-types';

/** Where people may take a document from here: the lines of the canvas, for the keyboard. */
export function LinesField({ design, code, onChange, onChooseLine, disabled = false }: { design: Design; code: string; onChange: (next: (design: Design) => Design) => void; onChooseLine: (to: string) => void; disabled?: boolean }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const lines = leadsTo(design, code);
  const chosen = lines.map((line) => line.to);
  const set = (next: string[]): void =>
    onChange((before) => {
      const added = next.filter((to) => !chosen.includes(to)).reduce((all, to) => connect(all, code, to), before);
      return chosen.filter((to) => !next.includes(to)).reduce((all, to) => disconnect(all, code, to), added);
    });
  return (
    <>
      <Field label={t('processes.next_stages')}>
        <MultiSelect
          value={chosen}
          disabled={disabled}
          placeholder={t('processes.no_next')}
          options={design.stages.filter((stage) => stage.code !== code).map((stage) => ({ value: stage.code, label: names(stage.names) || stage.code, icon: <StageMark kind={markOf(stage.kind)} /> }))}
          onChange={set}
        />
      </Field>
      {lines.length > 0 && (
        <ul className="lines-list">
          {lines.map((line) => {
            const to = findStage(design, line.to);
            return (
              <li key={line.to}>
                <button type="button" className="line-row" onClick={() => onChooseLine(line.to)}>
                  <span className="grow cut">{line.names === null ? <span className="t3">{t('processes.line_without_name')}</span> : names(line.names)}</span>
                  <span className="t2 cut">{to === undefined ? line.to : names(to.names)}</span>
                  <ChevronRight className="i s" aria-hidden="true" />
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
