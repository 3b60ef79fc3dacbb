import { Phone, RotateCcw, Undo2 } from 'lucide-react';
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { Segmented } from '../../../ui/actions/segmented';
import { languages } from '../../../ui/fields/language-marks';
import { Select } from '../../../ui/fields/select';
import { formatClock } from '../../../ui/text/format';
import type { Looks } from '../block-looks';
import { callers, telephoneKeys, type Simulation } from '../flow-types';
import type { WalkAs } from '../use-flows';
import { StepLine } from './step-line';

export type SimulatorProps = { walk: WalkAs; onWalk: (walk: WalkAs) => void; simulation: Simulation | undefined; error: unknown; isWalking: boolean; looks: Looks };

const outcomes = ['served', 'timedOut', 'noAgents'] as const;

/** A call without a phone through what is drawn: the engine is that of real calls. */
export function Simulator({ walk, onWalk, simulation, error, isWalking, looks }: SimulatorProps): ReactElement {
  const { t } = useTranslation();
  const log = useRef<HTMLOListElement>(null);
  const now = simulation?.walk;
  const waits = now?.waits ?? undefined;
  const count = now?.steps.length ?? 0;
  // What fits nowhere since the drawing changed is not pressed again.
  const taken = walk.script.slice(0, now?.taken ?? walk.script.length);
  const press = (entry: string): void => onWalk({ ...walk, script: [...(isWalking ? walk.script : taken), entry] });
  const keyed = waits?.kind === 'key' || waits?.kind === 'digits';
  const offered = new Set(waits?.keys.map((one) => one.key));

  useEffect(() => {
    if (log.current !== null) {
      log.current.scrollTop = log.current.scrollHeight;
    }
  }, [count]);

  return (
    <section className="simulator" aria-label={t('ivr.try')} aria-busy={isWalking}>
      <header className="drawer-head">
        <Phone className="i s acc" aria-hidden="true" />
        <h2 className="cut">{t('ivr.try')}</h2>
        <span className="end row g4">
          <IconButton icon={Undo2} size="small" look="quiet" label={t('ivr.step_back')} disabled={taken.length === 0} onClick={() => onWalk({ ...walk, script: taken.slice(0, -1) })} />
          <IconButton icon={RotateCcw} size="small" look="quiet" label={t('ivr.again')} disabled={taken.length === 0} onClick={() => onWalk({ ...walk, script: [] })} />
          <span className="num s t2">{formatClock(now?.steps.at(-1)?.seconds ?? 0)}</span>
        </span>
      </header>
      <div className="simulator-as">
        <Select label={t('ivr.try_as')} value={walk.caller} options={callers.map((one) => ({ value: one, label: t(`ivr.caller.${one}`) }))} onChange={(caller) => caller !== null && onWalk({ ...walk, caller, script: [] })} />
        <Select label={t('ivr.language')} value={walk.language} options={languages.map((one) => ({ value: one as string, label: t(`ui.language.${one}`) }))} onChange={(language) => language !== null && onWalk({ ...walk, language })} />
        <Segmented label={t('ivr.hours')} value={walk.open ? 'open' : 'closed'} options={[{ value: 'open', label: t('ivr.hours_open') }, { value: 'closed', label: t('ivr.hours_closed') }]} onChange={(value) => onWalk({ ...walk, open: value === 'open' })} />
      </div>
      <RefusalNotice error={error} />
      <div className="simulator-call">
        <div className="simulator-acts">
          <div className="simulator-keys" role="group" aria-label={t('ui.keypad')}>
            {[...telephoneKeys.slice(0, 9), '*', '0', '#'].map((key) => (
              <button key={key} type="button" className={offered.has(key) || (waits?.kind === 'digits' && key === '#') ? 'offered' : undefined} disabled={!keyed} onClick={() => press(key)} aria-label={key === '*' ? t('ui.key_star') : key === '#' ? t('ui.key_hash') : undefined}>
                {key}
              </button>
            ))}
          </div>
          {keyed && (
            <Button size="small" onClick={() => press('silence')}>
              {t('ivr.silent')}
            </Button>
          )}
          {waits?.kind === 'queue' &&
            outcomes.map((outcome) => (
              <Button key={outcome} size="small" onClick={() => press(outcome)}>
                {t(`ivr.outcome.${outcome}`)}
              </Button>
            ))}
          {waits !== undefined && (
            <Button size="small" onClick={() => press('hangUp')}>
              {t('ivr.hang_up_now')}
            </Button>
          )}
        </div>
        <ol className="simulator-log" ref={log} aria-live="polite" aria-label={t('ivr.log')} tabIndex={0}>
          {now?.steps.map((step, index) => <StepLine key={index} step={step} looks={looks} />)}
          {waits !== undefined && (
            <li className="now">
              <span className="num">{formatClock(now?.steps.at(-1)?.seconds ?? 0)}</span>
              <span>{t(`ivr.waits.${waits.kind}`, { count: waits.seconds })}</span>
            </li>
          )}
          {simulation?.pair != null && waits?.kind === 'digits' && <li className="hint t2">{t('ivr.pair_hint', simulation.pair)}</li>}
        </ol>
      </div>
    </section>
  );
}
