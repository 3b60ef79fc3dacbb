import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../ui/fields/checkbox';
import { Field } from '../../../ui/fields/field';
import { languages } from '../../../ui/fields/language-marks';
import { Select } from '../../../ui/fields/select';
import { TextInput } from '../../../ui/fields/text-input';
import { changeBlock } from '../designer/edit-flow';
import type { Block } from '../flow-types';
import { AmountField } from './amount-field';
import type { PartProps } from './block-inspector';

const reasons = ['flowEnded', 'closed', 'noAgent', 'noInput'] as const;

/** What a block has besides its words and ways out. */
export function Settings({ name, block, looks, onChange }: PartProps): ReactElement | null {
  const { t } = useTranslation();
  const set = (change: Partial<Block>): void => onChange((before) => changeBlock(before, name, (one) => ({ ...one, ...change }) as Block));
  const team = (value: string): ReactElement => (
    <Field label={t('ivr.team')}>
      <Select value={value} options={looks.teams.map((one) => ({ value: one.code, label: looks.names(one.names) }))} onChange={(next) => next !== null && set({ team: next } as Partial<Block>)} />
    </Field>
  );
  const content = ((): ReactElement | null => {
    switch (block.verb) {
      case 'say':
        return <Checkbox label={t('ivr.interruptible')} checked={block.interruptible} onChange={(interruptible) => set({ interruptible })} />;
      case 'menu':
        return (
          <div className="inspector-pair">
            <AmountField label={t('ivr.tries_label')} value={block.tries} min={1} max={10} onChange={(tries) => set({ tries })} />
            <AmountField label={t('ivr.wait_label')} value={block.waitSeconds} min={1} max={60} onChange={(waitSeconds) => set({ waitSeconds })} />
          </div>
        );
      case 'collect':
        return (
          <>
            <div className="inspector-pair">
              <AmountField label={t('ivr.min_label')} value={block.min} min={1} max={32} onChange={(min) => set({ min })} />
              <AmountField label={t('ivr.max_label')} value={block.max} min={1} max={32} onChange={(max) => set({ max })} />
              <AmountField label={t('ivr.first_label')} value={block.firstSeconds} min={1} max={60} onChange={(firstSeconds) => set({ firstSeconds })} />
              <AmountField label={t('ivr.next_label')} value={block.nextSeconds} min={1} max={60} onChange={(nextSeconds) => set({ nextSeconds })} />
              <AmountField label={t('ivr.tries_label')} value={block.tries} min={1} max={10} onChange={(tries) => set({ tries })} />
            </div>
            <Checkbox label={t('ivr.secret')} checked={block.secret} onChange={(secret) => set({ secret })} />
          </>
        );
      case 'verify':
        return (
          <>
            <div className="inspector-pair">
              <AmountField label={t('ivr.first_label')} value={block.firstSeconds} min={1} max={60} onChange={(firstSeconds) => set({ firstSeconds })} />
              <AmountField label={t('ivr.next_label')} value={block.nextSeconds} min={1} max={60} onChange={(nextSeconds) => set({ nextSeconds })} />
            </div>
            <Checkbox label={t('ivr.reads_after')} checked={block.readsInvoice} onChange={(readsInvoice) => set({ readsInvoice })} />
            <p className="t2 s">{t('ivr.third_wrong')}</p>
          </>
        );
      case 'openHours':
        return team(block.team);
      case 'queue':
        return (
          <>
            {team(block.team)}
            <AmountField label={t('ivr.priority')} value={block.priority} min={0} max={3600} onChange={(priority) => set({ priority })} />
            <Field label={t('ivr.skills')} hint={t('ivr.skills_hint')}>
              <TextInput value={block.skills ?? ''} maxLength={400} placeholder="sv:2 billing" onChange={(text) => set({ skills: text.trim() === '' ? null : text.toLowerCase() })} />
            </Field>
          </>
        );
      case 'voicemail':
        return (
          <>
            {team(block.team)}
            <AmountField label={t('ivr.limit_label')} value={block.limitSeconds} min={5} max={600} onChange={(limitSeconds) => set({ limitSeconds })} />
            <p className="t2 s">{t('ivr.message_ends')}</p>
          </>
        );
      case 'setLanguage':
        return (
          <Field label={t('ivr.language')}>
            <Select value={block.language} options={languages.map((one) => ({ value: one as string, label: t(`ui.language.${one}`) }))} onChange={(language) => language !== null && set({ language })} />
          </Field>
        );
      case 'hangUp':
        return (
          <Field label={t('ivr.end_reason')}>
            <Select value={block.reason} options={reasons.map((one) => ({ value: one as string, label: t(`ivr.reason.${one}`) }))} onChange={(reason) => reason !== null && set({ reason })} />
          </Field>
        );
      default:
        return null;
    }
  })();
  return content === null ? null : <section className="inspector-part">{content}</section>;
}
