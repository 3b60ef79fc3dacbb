import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Truck } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../../api/client';
import { useCan } from '../../../api/me';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Field } from '../../../ui/fields/field';
import { TextArea } from '../../../ui/fields/text-area';
import { TextInput } from '../../../ui/fields/text-input';
import { SideSection } from '../../../ui/layout/panel';
import { toast } from '../../../ui/overlays/toasts';
import { requestKeys } from '../record/use-request';

type Told = { id: string; number: string; isNew: boolean };

/** Advanced Support needs somebody on site: the field team gets a task that is a part of this request, linked to the call (I-26). */
export function InformField({ requestId, callId, onTold }: { requestId: string; callId: string; onTold: () => void }): ReactElement | null {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const mayWrite = useCan('requests.write');
  const [work, setWork] = useState('');
  const [place, setPlace] = useState('');
  const inform = useMutation({
    mutationFn: () => send<Told>('POST', `/api/requests/${requestId}/field-task`, { callId, work, place: place.trim() === '' ? null : place }),
    onSuccess: ({ number }) => {
      toast({ kind: 'done', title: t('requests.field_informed', { number }) });
      setWork('');
      onTold();
      void queries.invalidateQueries({ queryKey: requestKeys.one(requestId) });
    },
  });
  if (!mayWrite) {
    return null;
  }
  return (
    <SideSection title={t('requests.field_inform')} icon={Truck}>
      <div className="stack g8">
        <Field label={t('requests.field_work')} required>
          <TextArea rows={2} maxLength={8000} value={work} onChange={setWork} />
        </Field>
        <Field label={t('requests.field_place')}>
          <TextInput maxLength={300} value={place} onChange={setPlace} />
        </Field>
        <RefusalNotice error={inform.error} />
        <Button icon={Truck} busy={inform.isPending} disabled={work.trim() === ''} onClick={() => inform.mutate()}>
          {t('requests.field_inform')}
        </Button>
      </div>
    </SideSection>
  );
}
