import type { ReactElement } from 'react';
import { classes } from '../classes';
import './stage-rail.css';

export type StageStep = { key: string; label: string; state: 'done' | 'now' | 'next'; note?: string };

/** The stages of a record in a row; pressing it (or `S`) offers the allowed next ones. */
export function StageRail({ label, steps, onPress }: { label: string; steps: readonly StageStep[]; onPress?: (step: StageStep) => void }): ReactElement {
  return (
    <div className="srail-box">
      <ol className="srail" aria-label={label}>
        {steps.map((step) => {
          const content = (
            <>
              {step.label}
              {step.note !== undefined && <span>{step.note}</span>}
            </>
          );
          return (
            <li key={step.key} className={classes(step.state === 'done' && 'done', step.state === 'now' && 'now')} aria-current={step.state === 'now' ? 'step' : undefined} title={step.note === undefined ? step.label : `${step.label} · ${step.note}`}>
              {onPress === undefined ? content : <button type="button" onClick={() => onPress(step)}>{content}</button>}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
