import { Plus, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MacroStep, MacroStepKind } from '../../../api/macros';
import { useCan } from '../../../api/me';
import { useCascade, useOffer } from '../../../api/offer';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { CascadeField } from '../../../ui/fields/cascade-field';
import { Checkbox } from '../../../ui/fields/checkbox';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { TextInput } from '../../../ui/fields/text-input';
import { MenuButton } from '../../../ui/overlays/menu';
import { useNames } from '../../../ui/text/names';
import { useStepChoices, useTemplateChoices } from './use-define-macros';

/** The order in which steps are made. */
const kinds: readonly MacroStepKind[] = ['category', 'priority', 'addTags', 'removeTags', 'team', 'owner', 'note', 'stage'];
const me = 'me';

const emptyStep = (kind: MacroStepKind): MacroStep => ({ kind, toMe: kind === 'owner', customerSees: false, tags: null, stage: null, comment: null });

/** The steps of a macro, each kind at most once. */
export function MacroSteps({ steps, unit, onChange }: { steps: readonly MacroStep[]; unit: string | null; onChange: (steps: MacroStep[]) => void }): ReactElement {
  const { t } = useTranslation();
  const mayUseTemplates = useCan('requests.settings');
  const left = kinds.filter((kind) => !steps.some((step) => step.kind === kind) && (kind !== 'note' || mayUseTemplates));
  const change = (changed: MacroStep): void => onChange(steps.map((step) => (step.kind === changed.kind ? changed : step)));
  return (
    <div role="group" aria-label={t('macros.steps')} className="macro-steps">
      {[...steps]
        .sort((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind))
        .map((step) => (
          <div key={step.kind} className="macro-step">
            <Field label={t(`macros.step.${step.kind}`)}>
              <StepValue step={step} unit={unit} onChange={change} />
            </Field>
            <IconButton look="quiet" size="small" icon={X} label={t('macros.remove_step', { step: t(`macros.step.${step.kind}`) })} onClick={() => onChange(steps.filter((one) => one !== step))} />
          </div>
        ))}
      {left.length > 0 && (
        <MenuButton label={t('macros.add_step')} entries={left.map((kind) => ({ label: t(`macros.step.${kind}`), run: () => onChange([...steps, emptyStep(kind)]) }))}>
          {(props) => (
            <Button size="small" icon={Plus} {...props}>
              {t('macros.add_step')}
            </Button>
          )}
        </MenuButton>
      )}
    </div>
  );
}

function StepValue({ step, unit, onChange }: { step: MacroStep; unit: string | null; onChange: (step: MacroStep) => void }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const offer = useOffer(unit);
  const categories = useCascade(offer, 'request_categories');
  const { data: choices } = useStepChoices();
  const templates = useTemplateChoices(step.kind === 'note');
  const set = (change: Partial<MacroStep>): void => onChange({ ...step, ...change });
  switch (step.kind) {
    case 'category':
      return <CascadeField nodes={categories} value={step.definitionId ?? null} onChange={(definitionId) => set({ definitionId: definitionId ?? undefined })} />;
    case 'priority':
      return <Select value={step.definitionId ?? null} options={offer.rows('priorities').map((row) => ({ value: row.id, label: names(row.names) }))} onChange={(definitionId) => set({ definitionId: definitionId ?? undefined })} />;
    case 'addTags':
    case 'removeTags':
      return <TextInput value={(step.tags ?? []).join(', ')} placeholder={t('macros.tags')} onChange={(text) => set({ tags: text.split(',').map((tag) => tag.trimStart()) })} />;
    case 'team':
      return <Select value={step.teamId ?? null} options={(choices?.teams ?? []).filter((team) => unit === null || team.unit === unit).map((team) => ({ value: team.id, label: names(team.names) }))} onChange={(teamId) => set({ teamId: teamId ?? undefined })} />;
    case 'owner':
      return (
        <Select
          value={step.toMe ? me : (step.userId ?? null)}
          options={[{ value: me, label: t('macros.to_me') }, ...(choices?.people ?? []).map((person) => ({ value: person.id, label: person.name }))]}
          onChange={(chosen) => set({ toMe: chosen === me, userId: chosen === me || chosen === null ? undefined : chosen })}
        />
      );
    case 'note':
      return (
        <div className="stack g4">
          <Select value={step.templateId ?? null} options={(templates.data ?? []).filter((template) => template.kind !== 'mail').map((template) => ({ value: template.id, label: names(template.names) }))} onChange={(templateId) => set({ templateId: templateId ?? undefined })} />
          <Checkbox checked={step.customerSees} label={t('macros.customer_sees')} onChange={(customerSees) => set({ customerSees })} />
        </div>
      );
    case 'stage':
      return (
        <div className="stack g4">
          <Select
            value={step.stage ?? null}
            options={[...new Map((choices?.stages ?? []).filter((stage) => unit === null || stage.unit === unit).map((stage) => [stage.code, stage])).values()].map((stage) => ({ value: stage.code, label: names(stage.names) }))}
            onChange={(stage) => set({ stage })}
          />
          <TextInput value={step.comment ?? ''} maxLength={1000} placeholder={t('macros.comment')} aria-label={t('macros.comment')} onChange={(comment) => set({ comment })} />
        </div>
      );
  }
}
