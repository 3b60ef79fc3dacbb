import { ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../../ui/classes';
import { StageMark } from '../../../ui/marks/stage-mark';
import { useNames } from '../../../ui/text/names';
import { markOf, type Design } from '../process-types';
import { findStage, leadsTo } from './edit-design';

/** The stages in words: what the canvas shows, for small screens. */
export function StageList({ design, chosen, whoOf, onChoose }: { design: Design; chosen: string | undefined; whoOf: (code: string) => string; onChoose: (code: string) => void }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const nameOf = (code: string): string => {
    const stage = findStage(design, code);
    return stage === undefined ? code : names(stage.names) || code;
  };
  return (
    <ul className="stage-list" aria-label={t('processes.stages')}>
      {design.stages.map((stage) => {
        const next = [...leadsTo(design, stage.code).map((line) => line.to), ...(stage.approval?.outcomes ?? []).flatMap((one) => (one.to === null ? [] : [one.to]))];
        return (
          <li key={stage.code}>
            <button type="button" className={classes('stage-list-row', chosen === stage.code && 'on')} aria-pressed={chosen === stage.code} onClick={() => onChoose(stage.code)}>
              <span className="row g8">
                <StageMark kind={markOf(stage.kind)} hint={t(`processes.kind.${stage.kind}`)} />
                <b className="md grow cut">{nameOf(stage.code)}</b>
                <ChevronRight className="i s t3" aria-hidden="true" />
              </span>
              <span className="t2 s">{whoOf(stage.code)}</span>
              <span className="t3 s">{next.length === 0 ? t('processes.no_next') : `→ ${[...new Set(next)].map(nameOf).join(', ')}`}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
