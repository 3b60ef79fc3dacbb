import { Trash2, X } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Macro, MacroThen } from '../../../api/macros';
import { useCan } from '../../../api/me';
import { RefusalNotice } from '../../../api/refusal-notice';
import { useUnits } from '../../../api/units';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { Checkbox } from '../../../ui/fields/checkbox';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { TextInput } from '../../../ui/fields/text-input';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { Dialog } from '../../../ui/overlays/dialog';
import { toast } from '../../../ui/overlays/toasts';
import { languageNames, languages } from '../../../ui/text/language';
import { useNames } from '../../../ui/text/names';
import { MacroSteps } from './macro-steps';
import { useDeleteMacro, useSaveMacro, type MacroDraft } from './use-define-macros';

const thens: readonly MacroThen[] = ['stay', 'next', 'close'];
const keys = ['f2', 'f4', 'f8', 'f9', 'f10'];

/** One macro: its names, its steps in the order they are made, and where it leads. */
export function MacroEditor({ macro, onSaved, onClose }: { macro: MacroDraft; onSaved: (saved: Macro) => void; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const units = useUnits();
  const mayShare = useCan('requests.settings');
  const [draft, setDraft] = useState(macro);
  const [isAsking, setIsAsking] = useState(false);
  const save = useSaveMacro();
  const remove = useDeleteMacro();
  const set = (change: Partial<MacroDraft>): void => setDraft({ ...draft, ...change });
  const title = draft.id === null ? t('macros.new') : names(draft.names);

  const submit = (): void =>
    save.mutate(draft, {
      onSuccess: (saved) => {
        setDraft(saved);
        onSaved(saved);
        toast({ title: t('macros.saved') });
      },
    });
  useShortcuts([
    { key: 'ctrl+enter', label: t('macros.save'), group: t('macros.title'), run: submit },
    { key: 'escape', run: onClose },
  ]);

  return (
    <aside className="def-editor" aria-label={title}>
      <div className="def-editor-head">
        <h2 className="cut">{title}</h2>
        <IconButton look="quiet" size="small" icon={X} label={t('ui.dismiss')} onClick={onClose} />
      </div>
      <div className="def-editor-body">
        {languages.map((language) => (
          <Field key={language} label={`${t('macros.name')}, ${languageNames[language]}`}>
            <TextInput value={draft.names[language]} maxLength={80} lang={language} onChange={(name) => set({ names: { ...draft.names, [language]: name } })} />
          </Field>
        ))}
        <MacroSteps steps={draft.steps} unit={draft.unit ?? null} onChange={(steps) => set({ steps })} />
        <div className="def-two">
          <Field label={t('macros.then')}>
            <Select value={draft.then} options={thens.map((value) => ({ value, label: t(`macros.then.${value}`) }))} onChange={(then) => set({ then: then ?? 'stay' })} />
          </Field>
          <Field label={t('macros.key')}>
            <Select clearable value={draft.key ?? null} placeholder={t('macros.key_none')} options={keys.map((value) => ({ value, label: value.toUpperCase() }))} onChange={(key) => set({ key })} />
          </Field>
        </div>
        <Field label={t('macros.unit')}>
          <Select clearable value={draft.unit ?? null} placeholder={t('templates.unit_all')} options={units.map((unit) => ({ value: unit.code, label: names(unit.names) }))} onChange={(unit) => set({ unit })} />
        </Field>
        {mayShare && draft.id === null && <Checkbox checked={draft.isShared} label={t('macros.shared')} onChange={(isShared) => set({ isShared })} />}
        <Checkbox checked={draft.isActive} label={t('macros.active')} onChange={(isActive) => set({ isActive })} />
        <RefusalNotice error={save.error} />
      </div>
      <div className="def-editor-foot">
        {draft.id !== null && (
          <Button look="quiet" icon={Trash2} onClick={() => setIsAsking(true)}>
            {t('macros.delete')}
          </Button>
        )}
        <Button className="end" look="primary" keys="ctrl+enter" busy={save.isPending} onClick={submit}>
          {t('macros.save')}
        </Button>
      </div>
      {isAsking && draft.id !== null && (
        <Dialog title={t('macros.delete_ask')} confirmLabel={t('macros.delete')} danger busy={remove.isPending} refusal={<RefusalNotice error={remove.error} />} onConfirm={() => draft.id !== null && remove.mutate(draft.id, { onSuccess: onClose })} onClose={() => setIsAsking(false)}>
          {t('macros.delete_hint')}
        </Dialog>
      )}
    </aside>
  );
}
