import { Reply, SquareCheckBig } from 'lucide-react';
import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Target } from '../../../api/clock-types';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { classes } from '../../../ui/classes';
import { Field } from '../../../ui/fields/field';
import { TextInput } from '../../../ui/fields/text-input';
import { Popover } from '../../../ui/overlays/popover';
import { useFormat } from '../../../ui/text/use-format';
import { hours } from '../due/due-explanation';
import { readLength, writeLength, type Scope } from './scopes';
import { useSetTarget } from './use-targets';

export type TargetCellProps = { scope: Scope; priorityId: string | null; target: Target | undefined; label: string; /** The heading, drawn in the cell on narrow screens. */ column: string };

/** The two times of one field of the matrix; a press opens them for change. */
export function TargetCell({ scope, priorityId, target, label, column }: TargetCellProps): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const say = (minutes: number | null | undefined): string => (minutes == null ? '–' : hours(minutes * 60, format.duration));
  const close = (): void => {
    setIsOpen(false);
    button.current?.focus();
  };
  return (
    <td data-label={column}>
      <button
        ref={button}
        type="button"
        className={classes('cell', target === undefined && 'inherited')}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span className="sr">{label}: </span>
        <span className="row">
          <Reply className="i s t3" aria-hidden="true" />
          <span className="sr">{t('clocks.kind.response')} </span>
          {say(target?.responseMinutes)}
        </span>
        <span className="row">
          <SquareCheckBig className="i s t3" aria-hidden="true" />
          <span className="sr">{t('clocks.kind.resolution')} </span>
          {say(target?.resolutionMinutes)}
        </span>
      </button>
      {isOpen && (
        <Popover anchor={button} label={label} onClose={close}>
          <CellForm scope={scope} priorityId={priorityId} target={target} label={label} onDone={close} />
        </Popover>
      )}
    </td>
  );
}

function CellForm({ scope, priorityId, target, label, onDone }: Omit<TargetCellProps, 'column'> & { onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const [response, setResponse] = useState(writeLength(target?.responseMinutes ?? null));
  const [resolution, setResolution] = useState(writeLength(target?.resolutionMinutes ?? null));
  const save = useSetTarget(onDone);
  const [first, last] = [readLength(response), readLength(resolution)];
  const isWrong = first === null || last === null;
  const isEmpty = first === undefined && last === undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isWrong || (isEmpty && target === undefined)) {
      return;
    }
    save.mutate({ ...scope, id: target?.id ?? null, version: target?.version ?? 0, priorityId, responseMinutes: first ?? null, resolutionMinutes: last ?? null });
  };
  return (
    <form className="cell-pop" onSubmit={submit} noValidate>
      <b className="md">{label}</b>
      <Field label={t('clocks.kind.response')} error={first === null ? t('clocks.length_wrong') : undefined}>
        <TextInput autoFocus value={response} maxLength={12} placeholder={t('clocks.left_open')} onChange={setResponse} />
      </Field>
      <Field label={t('clocks.kind.resolution')} hint={t('clocks.length_hint')} error={last === null ? t('clocks.length_wrong') : undefined}>
        <TextInput value={resolution} maxLength={12} placeholder={t('clocks.left_open')} onChange={setResolution} />
      </Field>
      <RefusalNotice error={save.error} />
      <div className="row">
        <Button type="submit" look={isEmpty ? 'danger' : 'primary'} busy={save.isPending} disabled={isWrong || (isEmpty && target === undefined)}>
          {t(isEmpty ? 'clocks.target_remove' : 'clocks.save')}
        </Button>
        <span className="t3 s">{isEmpty ? t('clocks.target_empty_note') : ''}</span>
      </div>
    </form>
  );
}
