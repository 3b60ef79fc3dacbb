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

/** What was typed with commas between. */
export function numbersOf(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** Which numbers lead to a flow; they hold at once, as a version of their own. */
export function NumbersDialog({ view, onClose, onDone }: { view: FlowView; onClose: () => void; onDone: (view: FlowView) => void }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const [text, setText] = useState(view.numbers.join(', '));
  const save = useMutation({
    mutationFn: () => send<FlowView>('PUT', `${addressOf(view.code)}/numbers`, { published: view.published.version, numbers: numbersOf(text) }),
    onSuccess: onDone,
  });
  return (
    <Dialog title={t('ivr.numbers_of', { flow: names(view.names) })} confirmLabel={t('ui.save')} busy={save.isPending} onConfirm={() => save.mutate()} onClose={onClose} refusal={<RefusalNotice error={save.error} />}>
      <p className="t2">{t('ivr.numbers_say')}</p>
      <Field label={t('ivr.numbers')} hint={t('ivr.numbers_hint')}>
        <TextInput value={text} maxLength={500} inputMode="tel" onChange={setText} />
      </Field>
    </Dialog>
  );
}
