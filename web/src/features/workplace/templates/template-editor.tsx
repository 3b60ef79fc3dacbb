import { Trash2, X } from 'lucide-react';
import { useDeferredValue, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCascade, useOffer } from '../../../api/offer';
import { RefusalNotice } from '../../../api/refusal-notice';
import { useUnits } from '../../../api/units';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { Segmented } from '../../../ui/actions/segmented';
import { CascadeField } from '../../../ui/fields/cascade-field';
import { Checkbox } from '../../../ui/fields/checkbox';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { TextArea } from '../../../ui/fields/text-area';
import { TextInput } from '../../../ui/fields/text-input';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { Tabs } from '../../../ui/layout/tabs';
import { Dialog } from '../../../ui/overlays/dialog';
import { toast } from '../../../ui/overlays/toasts';
import { languageNames, languages, useLanguage, type Language } from '../../../ui/text/language';
import { useNames } from '../../../ui/text/names';
import { TemplatePreview } from './template-preview';
import { useDeleteTemplate, useSaveTemplate, useVariables, type NoteTemplate, type TemplateDraft, type TemplateKind } from './use-note-templates';

const kinds: readonly TemplateKind[] = ['note', 'answer', 'mail', 'automatic'];
const hints: Partial<Record<TemplateKind, string>> = { mail: 'templates.mail_later', automatic: 'templates.automatic_hint' };

/** One template: names and texts by language, where it is offered, and how it reads on a real request. */
export function TemplateEditor({ template, onSaved, onClose }: { template: TemplateDraft; onSaved: (saved: NoteTemplate) => void; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const own = useLanguage();
  const names = useNames();
  const units = useUnits();
  const [draft, setDraft] = useState(template);
  const [language, setLanguage] = useState<Language>(own);
  const [isAsking, setIsAsking] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const save = useSaveTemplate();
  const remove = useDeleteTemplate();
  const variables = useVariables();
  const categories = useCascade(useOffer(draft.unit), 'request_categories');
  const texts = useDeferredValue(draft.texts);
  const set = (change: Partial<TemplateDraft>): void => setDraft({ ...draft, ...change });
  const setText = (text: string): void => set({ texts: { ...draft.texts, [language]: text } });

  const submit = (): void =>
    save.mutate(draft, {
      onSuccess: (saved) => {
        setDraft(saved);
        onSaved(saved);
        toast({ title: t('templates.saved') });
      },
    });
  useShortcuts([
    { key: 'ctrl+enter', label: t('templates.save'), group: t('templates.title'), run: submit },
    { key: 'escape', run: onClose },
  ]);

  const insert = (variable: string): void => {
    const place = `{{${variable}}}`;
    const [from, to] = [area.current?.selectionStart ?? draft.texts[language].length, area.current?.selectionEnd ?? draft.texts[language].length];
    setText(draft.texts[language].slice(0, from) + place + draft.texts[language].slice(to));
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(from + place.length, from + place.length);
    });
  };

  return (
    <aside className="def-editor" aria-label={draft.id === null ? t('templates.new') : names(draft.names)}>
      <div className="def-editor-head">
        <h2 className="cut">{draft.id === null ? t('templates.new') : names(draft.names)}</h2>
        <IconButton look="quiet" size="small" icon={X} label={t('ui.dismiss')} onClick={onClose} />
      </div>
      <div className="def-editor-body">
        <Tabs label={t('templates.languages')} tabs={languages.map((one) => ({ key: one, label: languageNames[one] }))} value={language} onChange={setLanguage} />
        <Field label={t('templates.name')}>
          <TextInput value={draft.names[language]} maxLength={80} lang={language} onChange={(name) => set({ names: { ...draft.names, [language]: name } })} />
        </Field>
        <Field label={t('templates.text_in', { language: languageNames[language] })}>
          <TextArea ref={area} className="template-text" rows={7} maxLength={6000} lang={language} value={draft.texts[language]} onChange={setText} />
        </Field>
        <div role="group" aria-label={t('templates.variables')}>
          <p className="s t2">{t('templates.variables_hint', { open: '{{', close: '}}' })}</p>
          <div className="def-variables">
            {(variables.data ?? []).map((variable) => (
              <button key={variable} type="button" className="tag line" title={`{{${variable}}}`} onClick={() => insert(variable)}>
                {t(`templates.variable.${variable}`)}
              </button>
            ))}
          </div>
        </div>
        <TemplatePreview texts={texts} language={language} />
        <Field label={t('templates.kind')} group hint={hints[draft.kind] === undefined ? undefined : t(hints[draft.kind] ?? '')}>
          <Segmented full label={t('templates.kind')} value={draft.kind} options={kinds.map((value) => ({ value, label: t(`templates.kind.${value}`) }))} onChange={(kind) => set({ kind })} />
        </Field>
        <div className="def-two">
          <Field label={t('templates.unit')}>
            <Select clearable value={draft.unit} placeholder={t('templates.unit_all')} options={units.map((unit) => ({ value: unit.code, label: names(unit.names) }))} onChange={(unit) => set({ unit })} />
          </Field>
          <Field label={t('templates.category')}>
            <CascadeField clearable nodes={categories} value={draft.categoryId ?? null} placeholder={t('templates.category_all')} onChange={(categoryId) => set({ categoryId })} />
          </Field>
        </div>
        <Checkbox checked={draft.isActive} label={t('templates.active')} onChange={(isActive) => set({ isActive })} />
        <RefusalNotice error={save.error} />
      </div>
      <div className="def-editor-foot">
        {draft.id !== null && (
          <Button look="quiet" icon={Trash2} onClick={() => setIsAsking(true)}>
            {t('templates.delete')}
          </Button>
        )}
        <Button className="end" look="primary" keys="ctrl+enter" busy={save.isPending} onClick={submit}>
          {t('templates.save')}
        </Button>
      </div>
      {isAsking && draft.id !== null && (
        <Dialog title={t('templates.delete_ask')} confirmLabel={t('templates.delete')} danger busy={remove.isPending} refusal={<RefusalNotice error={remove.error} />} onConfirm={() => draft.id !== null && remove.mutate(draft.id, { onSuccess: onClose })} onClose={() => setIsAsking(false)}>
          {t('templates.delete_hint')}
        </Dialog>
      )}
    </aside>
  );
}
