import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/fields/field';
import { TextArea } from '../../../ui/fields/text-area';
import { TextInput } from '../../../ui/fields/text-input';
import { Dialog } from '../../../ui/overlays/dialog';

/** A word for all chosen requests. */
export function TagDialog({ onConfirm, onClose }: { onConfirm: (word: string) => void; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const [word, setWord] = useState('');
  return (
    <Dialog title={t('requests.bulk_tags')} confirmLabel={t('requests.tag_add')} disabled={word.trim() === ''} onConfirm={() => onConfirm(word.trim())} onClose={onClose}>
      <Field label={t('requests.tags')}>
        <TextInput value={word} maxLength={40} onChange={setWord} />
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
