import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/fields/field';
import { TextArea } from '../../../ui/fields/text-area';
import { TextInput } from '../../../ui/fields/text-input';
import { Dialog } from '../../../ui/overlays/dialog';
import { TagList } from '../record/tag-line';
import { useTags } from '../record/use-request';

/** One word, with those in use that begin like it: for all chosen requests, or to look for. */
export function TagDialog({ title, confirmLabel, onConfirm, onClose }: { title: string; confirmLabel: string; onConfirm: (word: string) => void; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const list = useId();
  const [word, setWord] = useState('');
  const { data: known } = useTags(word, word !== '');
  return (
    <Dialog title={title} confirmLabel={confirmLabel} disabled={word.trim() === ''} onConfirm={() => onConfirm(word.trim())} onClose={onClose}>
      <Field label={t('requests.tags')}>
        <TextInput value={word} list={list} maxLength={40} onChange={setWord} />
        <TagList id={list} words={known} />
      </Field>
    </Dialog>
  );
}

/** Closing many at once is asked twice. */
export function CloseDialog({ count, onConfirm, onClose }: { count: number; onConfirm: (comment: string) => void; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const [comment, setComment] = useState('');
  return (
    <Dialog title={t('requests.bulk_close_question', { count })} confirmLabel={t('requests.bulk_close')} onConfirm={() => onConfirm(comment.trim())} onClose={onClose}>
      <Field label={t('requests.stage_comment')}>
        <TextArea rows={3} value={comment} maxLength={1000} onChange={setComment} />
      </Field>
    </Dialog>
  );
}
