import { ArrowLeft, ArrowRight, Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/actions/button';
import { NamesField } from '../../../ui/fields/names-field';
import { useNames } from '../../../ui/text/names';
import { changeTransition, disconnect, findStage } from '../designer/edit-design';
import type { Design } from '../process-types';

/** One line: where from, where to, and a name where the next stage's name does not say it. */
export function LineInspector({ design, from, to, onChange, onBack }: { design: Design; from: string; to: string; onChange: (next: (design: Design) => Design) => void; onBack: (code: string) => void }): ReactElement | null {
  const { t } = useTranslation();
  const names = useNames();
  const line = design.transitions.find((one) => one.from === from && one.to === to);
  const [start, end] = [findStage(design, from), findStage(design, to)];
  if (line === undefined || start === undefined || end === undefined) {
    return null;
  }
  const empty = { tr: '', sv: '', en: '' };
  return (
    <>
      <header className="inspector-head">
        <h2 className="grow row g4">
          {names(start.names)} <ArrowRight className="i s t3" aria-hidden="true" /> {names(end.names)}
        </h2>
      </header>
      <section className="inspector-part">
        <NamesField optional label={t('processes.line_name')} value={line.names ?? empty} onChange={(next) => onChange((before) => changeTransition(before, from, to, next.tr === '' && next.sv === '' && next.en === '' ? null : next))} />
        <p className="t2 s">{t('processes.line_hint')}</p>
        <div className="row g8">
          <Button icon={ArrowLeft} onClick={() => onBack(from)}>
            {t('processes.back_to_stage')}
          </Button>
          <Button
            icon={Trash2}
            keys="delete"
            onClick={() => {
              onChange((before) => disconnect(before, from, to));
              onBack(from);
            }}
          >
            {t('processes.remove_line')}
          </Button>
        </div>
      </section>
    </>
  );
}
