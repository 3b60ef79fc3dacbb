import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../../api/client';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Field } from '../../../ui/fields/field';
import { TextInput } from '../../../ui/fields/text-input';
import { Dialog } from '../../../ui/overlays/dialog';
import { useNames } from '../../../ui/text/names';
import type { FlowView } from '../flow-types';
import { addressOf } from '../use-flows';

export type PublishDialogProps = { view: FlowView; changes: number; /** An older version to go back to; undefined: the draft. */ backTo?: number | undefined; onDone: (view: FlowView) => void; onClose: () => void };

/** The next caller meets what is published: who does it is told what that means before. */
export function PublishDialog({ view, changes, backTo, onDone, onClose }: PublishDialogProps): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const [note, setNote] = useState(backTo === undefined ? '' : t('ivr.roll_back_note', { version: backTo }));
  const next = view.published.version + 1;
  const publish = useMutation({
    mutationFn: () =>
      backTo === undefined
        ? send<FlowView>('POST', `${addressOf(view.code)}/publish`, { version: view.draft?.version ?? 0, note: note === '' ? null : note })
        : send<FlowView>('POST', `${addressOf(view.code)}/versions/${backTo}/roll-back`, { published: view.published.version, note: note === '' ? null : note }),
    onSuccess: onDone,
  });
  const flow = names(view.names);
  return (
    <Dialog
      title={backTo === undefined ? t('ivr.publish_question', { version: next, flow }) : t('ivr.roll_back_question', { version: backTo, flow })}
      confirmLabel={backTo === undefined ? t('ivr.publish') : t('ivr.roll_back')}
      busy={publish.isPending}
      onConfirm={() => publish.mutate()}
      onClose={onClose}
      refusal={<RefusalNotice error={publish.error} />}
    >
      <p>{backTo === undefined ? t('ivr.publish_says', { count: changes }) : t('ivr.roll_back_says', { version: backTo, next })}</p>
      <Field label={t('ivr.publish_note')} hint={t('ivr.publish_note_hint')}>
        <TextInput value={note} maxLength={300} onChange={setNote} />
      </Field>
    </Dialog>
  );
}
