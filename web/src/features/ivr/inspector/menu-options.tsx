import { ChevronDown, ChevronRight, Plus, Trash2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/actions/button';
import { Field } from '../../../ui/fields/field';
import { NamesField } from '../../../ui/fields/names-field';
import { MultiSelect, Select } from '../../../ui/fields/select';
import { Kbd } from '../../../ui/marks/kbd';
import { addOption, changeBlock, changeOption } from '../designer/edit-flow';
import { callerClasses, telephoneKeys, type Menu, type Option } from '../flow-types';
import type { PartProps } from './block-inspector';
import { TargetField } from './target-field';
import { WordsField } from './words-field';

/** The keys of a menu: what is said of each, who hears it, where it leads. One is open at a time. */
export function MenuOptions({ flow, name, block, looks, recorded, onChange }: PartProps & { block: Menu }): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState<number>();
  const set = (place: number, change: Partial<Option>): void => onChange((before) => changeBlock(before, name, (one) => (one.verb === 'menu' ? changeOption(one, place, change) : one)));
  const remove = (place: number): void => {
    onChange((before) => changeBlock(before, name, (one) => (one.verb === 'menu' ? { ...one, options: one.options.filter((_, index) => index !== place) } : one)));
    setOpen(undefined);
  };
  return (
    <section className="inspector-part">
      <h3 className="inspector-title">{t('ivr.options')}</h3>
      <ul className="menu-options">
        {block.options.map((option, place) => {
          const isOpen = open === place;
          return (
            <li key={place}>
              <button type="button" className="menu-option" aria-expanded={isOpen} onClick={() => setOpen(isOpen ? undefined : place)}>
                <Kbd keys={option.key} />
                <span className="sr">{t('ivr.key', { key: option.key })}: </span>
                <span className="grow cut">{looks.names(option.label) || t('ivr.no_words')}</span>
                {isOpen ? <ChevronDown className="i s t3" aria-hidden="true" /> : <ChevronRight className="i s t3" aria-hidden="true" />}
              </button>
              {isOpen && (
                <div className="menu-option-fields">
                  <div className="inspector-pair">
                    <Field label={t('ivr.option_key')}>
                      <Select value={option.key} options={telephoneKeys.map((key) => ({ value: key, label: key, disabled: key !== option.key && block.options.some((one) => one.key === key) }))} onChange={(key) => key !== null && set(place, { key })} />
                    </Field>
                    <TargetField label={t('ivr.leads_to')} flow={flow} looks={looks} exit={{ on: option.key, to: option.next, optional: false }} onChange={(to) => set(place, { next: to ?? '' })} />
                  </div>
                  <NamesField label={t('ivr.option_label')} value={option.label} onChange={(label) => set(place, { label })} />
                  <WordsField label={t('ivr.option_words')} flow={flow} prompt={option.prompt} sharedWords={looks.sharedWords} recorded={recorded} onChange={onChange} />
                  <Field label={t('ivr.option_for')}>
                    <MultiSelect value={option.for ?? []} placeholder={t('ivr.option_everybody')} options={callerClasses.map((one) => ({ value: one, label: t(`ivr.class.${one}`) }))} onChange={(chosen) => set(place, { for: chosen.length === 0 ? null : chosen })} />
                  </Field>
                  <Button size="small" icon={Trash2} onClick={() => remove(place)}>
                    {t('ivr.remove_option')}
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {block.options.length < 10 && (
        <Button
          size="small"
          icon={Plus}
          onClick={() => {
            onChange((before) => addOption(before, name, looks.sharedWords));
            setOpen(block.options.length);
          }}
        >
          {t('ivr.add_option')}
        </Button>
      )}
    </section>
  );
}
