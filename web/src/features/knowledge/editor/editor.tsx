import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { TextInput } from '../../../ui/fields/text-input';
import { Notice } from '../../../ui/layout/notice';
import { usePageTitle } from '../../../ui/shell/page-title';
import { asLanguage, type Language } from '../../../ui/text/language';
import type { DraftCard } from '../knowledge-types';
import { useTree } from '../use-knowledge';
import { textIn, withText, type Edit } from './edit-state';
import { EditorSide } from './editor-side';
import { Places } from './places';
import { RichTextField } from './rich-text-field';
import { StepList } from './step-list';
import { useEditing } from './use-editing';
import { VersionBar } from './version-bar';

/** One article being written, in one language at a time. */
export function Editor({ first }: { first: DraftCard }): ReactElement {
  const { t } = useTranslation();
  const editing = useEditing(first);
  const { card, edit, change } = editing;
  const mainLanguage = asLanguage(card.mainLanguage);
  const [language, setLanguage] = useState<Language>(mainLanguage);
  const text = textIn(edit.draft, language);
  const main = textIn(edit.draft, mainLanguage);
  const isMain = language === mainLanguage;
  usePageTitle(main.title === '' ? t('knowledge.untitled') : main.title);

  return (
    <div className="ed">
      <VersionBar editing={editing} title={main.title} language={language} onLanguage={setLanguage} />
      <div className="ed-body">
        <div className="ed-main">
          {editing.state === 'stale' && (
            <Notice
              tone="warn"
              title={t('knowledge.stale')}
              action={
                <span className="row g4">
                  <Button size="small" onClick={editing.takeTheirs}>
                    {t('knowledge.take_theirs')}
                  </Button>
                  <Button size="small" onClick={editing.keepMine}>
                    {t('knowledge.keep_mine')}
                  </Button>
                </span>
              }
            >
              {t('knowledge.stale_hint')}
            </Notice>
          )}
          {editing.state === 'refused' && <RefusalNotice error={editing.refusal} />}
          {card.isRetired && <Notice tone="info">{t('knowledge.retired_hint')}</Notice>}
          <div className="ed-top">
            <Field label={t('knowledge.article_title')} className="ed-title" hint={isMain ? undefined : main.title}>
              <TextInput maxLength={160} lang={language} value={text.title} onChange={(title) => change((now) => withText(now, language, { title }))} />
            </Field>
            <FolderField edit={edit} onChange={(folderId) => change((now) => ({ ...now, folderId }))} />
            <Field label={t('knowledge.audience')}>
              <Select
                value={edit.draft.scope.audience}
                onChange={(audience) => audience !== null && change((now) => ({ ...now, draft: { ...now.draft, scope: { ...now.draft.scope, audience } } }))}
                options={(['agents', 'public'] as const).map((value) => ({ value, label: t(`knowledge.audience.${value}`) }))}
              />
            </Field>
          </div>
          <KindFields card={card} edit={edit} change={change} />
          <RichTextField label={t(card.kind === 'text' ? 'knowledge.body' : 'knowledge.explanation')} language={language} value={text.body} onChange={(body) => change((now) => withText(now, language, { body }))} />
          {card.kind === 'script' && <StepList edit={edit} language={language} mainLanguage={mainLanguage} problems={card.problems} change={change} />}
          <Field label={t('knowledge.keywords')} hint={t('knowledge.keywords_hint')}>
            <TextInput maxLength={400} lang={language} value={text.keywords} onChange={(keywords) => change((now) => withText(now, language, { keywords }))} />
          </Field>
          <Places card={card} edit={edit} change={change} />
        </div>
        <EditorSide card={card} edit={edit} language={language} onLanguage={setLanguage} onConfirm={(one) => change((now) => ({ ...now, confirmed: [...now.confirmed, one] }))} />
      </div>
    </div>
  );
}

function FolderField({ edit, onChange }: { edit: Edit; onChange: (folderId: string | null) => void }): ReactElement {
  const { t, i18n } = useTranslation();
  const tree = useTree(null);
  return (
    <Field label={t('knowledge.folder')}>
      <Select clearable value={edit.folderId} onChange={onChange} options={(tree.data?.folders ?? []).map((folder) => ({ value: folder.id, label: folder.names[asLanguage(i18n.language)] }))} />
    </Field>
  );
}

/** What only one kind has: the number, the address, the other article. */
function KindFields({ card, edit, change }: { card: DraftCard; edit: Edit; change: (change: (edit: Edit) => Edit) => void }): ReactElement | null {
  const { t } = useTranslation();
  const tree = useTree(null);
  const set = (part: Partial<Edit['draft']>): void => change((now) => ({ ...now, draft: { ...now.draft, ...part } }));
  switch (card.kind) {
    case 'phone':
      return (
        <Field label={t('knowledge.phone')} hint={t('knowledge.phone_hint')}>
          <TextInput type="tel" maxLength={40} value={edit.draft.phone ?? ''} onChange={(phone) => set({ phone })} />
        </Field>
      );
    case 'link':
      return (
        <Field label={t('knowledge.address')} hint={t('knowledge.address_hint')}>
          <TextInput type="url" maxLength={1000} value={edit.draft.url ?? ''} onChange={(url) => set({ url })} placeholder="https://" />
        </Field>
      );
    case 'article':
      return (
        <Field label={t('knowledge.target')}>
          <Select
            clearable
            value={edit.draft.target}
            onChange={(target) => set({ target })}
            options={(tree.data?.articles ?? []).filter((leaf) => leaf.id !== card.id && !leaf.isRetired).map((leaf) => ({ value: leaf.id, label: leaf.title }))}
          />
        </Field>
      );
    default:
      return null;
  }
}
