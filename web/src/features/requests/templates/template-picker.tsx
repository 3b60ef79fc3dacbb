import { AlignLeft } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../../ui/classes';
import { Kbd } from '../../../ui/marks/kbd';
import type { ComposerAssist } from '../../../ui/records/composer';
import { useFormat } from '../../../ui/text/use-format';
import { matching, type Trigger } from './template-trigger';
import { useMergedTemplates, type MergedTemplate } from './use-templates';
import './template-picker.css';

/** The list behind `::`: typing filters, arrows move, Enter takes, Esc closes; the focus stays in the text. */
export function useTemplatePicker(requestId: string, trigger: Trigger | null, kinds: readonly MergedTemplate['kind'][], onTake: (template: MergedTemplate) => void): ComposerAssist | undefined {
  const listId = useId();
  const [at, setAt] = useState(0);
  const [closed, setClosed] = useState<number | null>(null);
  const { data, isPending, isError } = useMergedTemplates(requestId, trigger !== null);
  const rows = matching((data ?? []).filter((template) => kinds.includes(template.kind)), trigger?.words ?? '');
  const [words, setWords] = useState(trigger?.words);
  if (words !== trigger?.words) {
    setWords(trigger?.words);
    setAt(0);
  }

  // Esc closes the list for this `::` only; words that find nothing and go on are text, not a search.
  const isText = data !== undefined && rows.length === 0 && (trigger?.words ?? '').includes(' ');
  if (trigger === null || trigger.from === closed || isText || isError) {
    return undefined;
  }
  const optionId = (template: MergedTemplate): string => `${listId}-${template.id}`;
  const chosen = rows[Math.min(at, rows.length - 1)];

  const onKey = (event: KeyboardEvent): boolean => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && rows.length > 0) {
      setAt((at + step + rows.length) % rows.length);
      return true;
    }
    if ((event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey && !event.shiftKey && chosen !== undefined) {
      onTake(chosen);
      return true;
    }
    if (event.key === 'Escape') {
      setClosed(trigger.from);
      return true;
    }
    return false;
  };

  return {
    listId,
    activeId: chosen === undefined ? undefined : optionId(chosen),
    onKey,
    panel: <Panel listId={listId} optionId={optionId} rows={rows} chosen={chosen} isPending={isPending} onTake={onTake} />,
  };
}

type PanelProps = { listId: string; optionId: (template: MergedTemplate) => string; rows: readonly MergedTemplate[]; chosen: MergedTemplate | undefined; isPending: boolean; onTake: (template: MergedTemplate) => void };

function Panel({ listId, optionId, rows, chosen, isPending, onTake }: PanelProps): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [chosen]);

  return (
    <div className="pop picker-box">
      <div className="picker-cols">
        <ul role="listbox" id={listId} aria-label={t('templates.pick')} ref={list}>
          {rows.map((template) => (
            <li
              key={template.id}
              id={optionId(template)}
              role="option"
              aria-selected={template === chosen}
              className={classes(template === chosen && 'on')}
              onMouseDown={(event) => {
                event.preventDefault();
                onTake(template);
              }}
            >
              <AlignLeft className="i s" aria-hidden="true" />
              <span className="cut grow" title={template.name}>
                {template.name}
              </span>
              {template.uses > 0 && <span className="t3 s num">{format.number(template.uses)}</span>}
            </li>
          ))}
          {rows.length === 0 && (
            <li role="option" aria-selected="false" aria-disabled="true" className="t2">
              {isPending ? t('templates.reading') : t('templates.none_found')}
            </li>
          )}
        </ul>
        <div className="picker-preview" aria-live="polite">
          {chosen?.text}
        </div>
      </div>
      <div className="picker-foot s t2">
        <span className="row g4">
          <Kbd keys="arrowup" />
          <Kbd keys="arrowdown" />
          {t('templates.key_choose')}
        </span>
        <span className="row g4">
          <Kbd keys="enter" />
          {t('templates.key_insert')}
        </span>
        <span className="row g4">
          <Kbd keys="escape" />
          {t('templates.key_close')}
        </span>
        {chosen !== undefined && (
          <span className="end">
            {chosen.missing.length === 0 ? t('templates.filled', { language: chosen.language }) : t('templates.missing', { count: chosen.missing.length, language: chosen.language })}
          </span>
        )}
      </div>
    </div>
  );
}
