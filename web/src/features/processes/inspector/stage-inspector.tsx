import { Trash2 } from 'lucide-react';
import type { ReactElement, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/actions/button';
import { Segmented } from '../../../ui/actions/segmented';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { TextInput } from '../../../ui/fields/text-input';
import { StageMark } from '../../../ui/marks/stage-mark';
import { Tag } from '../../../ui/marks/tag';
import { NamesField } from '../../../ui/fields/names-field';
import { useNames } from '../../../ui/text/names';
import { changeKind, changeStage } from '../designer/edit-design';
import { markOf, stageKinds, type Approval, type Choices, type CommentDuty, type Design, type Stage } from '../process-types';
import { ActorsField } from './actors-field';
import { EntryActions } from './entry-actions';
import { LinesField } from './lines-field';
import { OutcomesField } from './outcomes-field';
import { TargetTimeField } from './target-time-field';

export type StageInspectorProps = {
  design: Design;
  stage: Stage;
  choices: Choices | undefined;
  isNew: boolean;
  checkers: number;
  onChange: (next: (design: Design) => Design) => void;
  onNamed: () => void;
  onChooseLine: (to: string) => void;
  onRemove: () => void;
  nameRef: Ref<HTMLInputElement>;
};

const everyChannel = '';
const duties: readonly CommentDuty[] = ['never', 'unlessApproved', 'always'];

/** Everything a stage is: its names and meaning, who works in it, who decides, who is told, what happens on arrival. */
export function StageInspector({ design, stage, choices, isNew, checkers, onChange, onNamed, onChooseLine, onRemove, nameRef }: StageInspectorProps): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const set = (change: Partial<Stage>): void => onChange((before) => changeStage(before, stage.code, change));
  const setApproval = (approval: Approval): void => set({ approval });
  const place = design.stages.findIndex((one) => one.code === stage.code) + 1;

  return (
    <>
      <header className="inspector-head">
        <StageMark kind={markOf(stage.kind)} />
        <h2 className="cut">{names(stage.names) || t('processes.no_name')}</h2>
        {isNew && <Tag tone="accent">{t('processes.new_mark')}</Tag>}
        <span className="t3 s end">{t('processes.stage_place', { place, count: design.stages.length })}</span>
      </header>
      <section className="inspector-part">
        <NamesField key={`name-${place}`} ref={nameRef} label={t('processes.stage_name')} value={stage.names} onChange={(next) => set({ names: next })} onBlur={onNamed} />
        <div className="inspector-pair">
          <Field label={t('processes.meaning')}>
            <Select value={stage.kind} options={stageKinds.map((kind) => ({ value: kind, label: t(`processes.kind.${kind}`), icon: <StageMark kind={markOf(kind)} /> }))} onChange={(kind) => kind !== null && onChange((before) => changeKind(before, stage.code, kind))} />
          </Field>
          <TargetTimeField key={`target-${place}`} value={stage.targetMinutes} onChange={(targetMinutes) => set({ targetMinutes })} />
        </div>
        {stage.kind === 'new' && (
          <Field label={t('processes.starts_for')}>
            <Select value={stage.startsFor ?? everyChannel} options={[{ value: everyChannel, label: t('processes.every_channel') }, { value: 'email', label: t('processes.channel_email') }, { value: 'web', label: t('processes.channel_web') }]} onChange={(value) => set({ startsFor: value === everyChannel ? null : value })} />
          </Field>
        )}
      </section>
      <section className="inspector-part">
        <ActorsField label={t('processes.makers')} hint={t('processes.makers_hint')} value={stage.makers} choices={choices} placeholder={t('processes.everybody')} onChange={(makers) => set({ makers })} />
        {stage.approval !== null && <Checkers approval={stage.approval} choices={choices} checkers={checkers} onChange={setApproval} />}
        <ActorsField label={t('processes.watchers')} value={stage.watchers} choices={choices} placeholder={t('processes.nobody')} onChange={(watchers) => set({ watchers })} />
      </section>
      {stage.approval !== null && (
        <section className="inspector-part">
          <OutcomesField design={design} code={stage.code} approval={stage.approval} onChange={setApproval} />
        </section>
      )}
      <section className="inspector-part">
        <LinesField design={design} code={stage.code} onChange={onChange} onChooseLine={onChooseLine} />
        <Field label={t('processes.comment_duty')} group>
          <Segmented
            full
            label={t('processes.comment_duty')}
            value={stage.approval === null && stage.comment === 'unlessApproved' ? 'never' : stage.comment}
            options={duties.filter((duty) => stage.approval !== null || duty !== 'unlessApproved').map((duty) => ({ value: duty, label: t(`processes.duty.${duty}`) }))}
            onChange={(comment) => set({ comment })}
          />
        </Field>
      </section>
      <section className="inspector-part">
        <EntryActions actions={stage.onEntry} choices={choices} onChange={(onEntry) => set({ onEntry })} />
      </section>
      <section className="inspector-part row">
        <code className="t3 s grow cut" title={t('processes.code_hint')}>
          {stage.code}
        </code>
        <Button size="small" icon={Trash2} keys="delete" onClick={onRemove}>
          {t('processes.remove_stage')}
        </Button>
      </section>
    </>
  );
}

function Checkers({ approval, choices, checkers, onChange }: { approval: Approval; choices: Choices | undefined; checkers: number; onChange: (approval: Approval) => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <ActorsField label={t('processes.checkers')} value={approval.checkers} choices={choices} placeholder={t('processes.choose_people')} onChange={(next) => onChange({ ...approval, checkers: next })} />
      <div className="quorum">
        <TextInput
          type="number"
          className="quorum-amount"
          min={1}
          max={Math.max(1, checkers)}
          aria-label={t('processes.quorum')}
          value={String(approval.quorum)}
          onChange={(text) => onChange({ ...approval, quorum: Math.max(0, Math.min(100, Number.parseInt(text, 10) || 0)) })}
        />
        <span className="t2">{t('processes.quorum_of', { count: checkers })}</span>
      </div>
    </>
  );
}
