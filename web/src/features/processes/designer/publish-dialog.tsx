import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../../api/client';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { TextInput } from '../../../ui/fields/text-input';
import { Dialog } from '../../../ui/overlays/dialog';
import { useNames } from '../../../ui/text/names';
import type { ProcessView } from '../process-types';
import { addressOf } from '../use-processes';
import { findStage } from './edit-design';

/** Publishing binds: what changes for whom is said before, and documents in stages that are gone are given a place. */
export function PublishDialog({ view, onPublished, onClose }: { view: ProcessView; onPublished: (view: ProcessView) => void; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const [note, setNote] = useState('');
  const [moves, setMoves] = useState<Record<string, string>>({});
  const design = view.draft?.design ?? view.published.design;
  const gone = Object.entries(view.standing).filter(([code, count]) => count > 0 && findStage(design, code) === undefined);
  const publish = useMutation({
    mutationFn: () => send<ProcessView>('POST', `${addressOf(view.document, view.unit)}/publish`, { version: view.draft?.version ?? 0, note: note === '' ? null : note, moves }),
    onSuccess: onPublished,
  });
  const places = design.stages.filter((stage) => stage.kind !== 'approval').map((stage) => ({ value: stage.code, label: names(stage.names) || stage.code }));
  return (
    <Dialog
      title={t('processes.publish_question', { version: view.published.version + 1, process: `${t(`processes.document.${view.document}`)}, ${names(view.unitNames)}` })}
      confirmLabel={t('processes.publish')}
      busy={publish.isPending}
      disabled={gone.some(([code]) => moves[code] === undefined)}
      onConfirm={() => publish.mutate()}
      onClose={onClose}
      refusal={<RefusalNotice error={publish.error} />}
    >
      <p>{t('processes.publish_says', { count: view.changes })}</p>
      {gone.map(([code, count]) => {
        const stage = findStage(view.published.design, code);
        return (
          <Field key={code} label={t('processes.move_documents', { count, stage: stage === undefined ? code : names(stage.names) })} required>
            <Select value={moves[code] ?? null} placeholder={t('processes.choose_target')} options={places} onChange={(to) => to !== null && setMoves({ ...moves, [code]: to })} />
          </Field>
        );
      })}
      <Field label={t('processes.publish_note')} hint={t('processes.publish_note_hint')}>
        <TextInput value={note} maxLength={300} onChange={setNote} />
      </Field>
    </Dialog>
  );
}
