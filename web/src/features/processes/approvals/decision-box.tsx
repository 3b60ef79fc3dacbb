import { ArrowRight, Bell, Users } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Segmented } from '../../../ui/actions/segmented';
import { Field } from '../../../ui/fields/field';
import { TextArea } from '../../../ui/fields/text-area';
import { TextInput } from '../../../ui/fields/text-input';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { useNames } from '../../../ui/text/names';
import type { Outcome } from '../process-types';
import { decisionIcons } from './decision-icon';
import { useDecide, type Approval, type Offer } from './use-approvals';

const longest = 1000;

/** The decision: which, why, and what follows from it in words before it is given. */
export function DecisionBox({ approval, onDecided }: { approval: Approval; onDecided: () => void }): ReactElement | null {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<Outcome>();
  const [comment, setComment] = useState('');
  const [part, setPart] = useState('');
  const [asked, setAsked] = useState(false);
  const decide = useDecide(approval, onDecided);
  const { offers } = approval;
  const offer = offers.find((one) => one.outcome === outcome);
  const commentMissing = offer?.commentDue === true && comment.trim() === '';
  const partMissing = offer?.partDue === true && part.trim() === '';

  const choose = (next: Outcome): void => {
    setOutcome(next);
    setAsked(false);
  };
  const submit = (): void => {
    setAsked(true);
    if (offer !== undefined && !commentMissing && !partMissing && !decide.isPending) {
      decide.mutate({ version: approval.version, outcome: offer.outcome, comment: comment.trim() === '' ? null : comment, part: offer.partDue ? part : null });
    }
  };
  useShortcuts([
    ...offers.map((one, index) => ({ key: String(index + 1), label: t(`processes.outcome.${one.outcome}`), group: t('processes.approvals'), run: () => choose(one.outcome) })),
    { key: 'ctrl+enter', label: t('processes.decide'), group: t('processes.approvals'), run: submit },
  ]);
  if (offers.length === 0) {
    return null;
  }

  return (
    <section className="decision-box" aria-label={t('processes.your_decision')}>
      <Segmented label={t('processes.your_decision')} value={outcome} onChange={choose} options={offers.map((one, index) => ({ value: one.outcome, label: t(`processes.decide.${one.outcome}`), icon: decisionIcons[one.outcome], keys: String(index + 1) }))} />
      {offer?.partDue === true && (
        <Field label={t('processes.part_label')} required error={asked && partMissing ? t('refusal.processes.part_due') : undefined}>
          <TextInput value={part} maxLength={longest} onChange={setPart} />
        </Field>
      )}
      <Field label={t(offer?.commentDue === true ? 'processes.reason' : 'processes.comment')} required={offer?.commentDue === true} error={asked && commentMissing ? t('refusal.processes.comment_due') : undefined}>
        <TextArea rows={2} value={comment} maxLength={longest} onChange={setComment} />
      </Field>
      <RefusalNotice error={decide.error} />
      <div className="decision-foot">
        <Consequences approval={approval} offer={offer} />
        <Button look="primary" keys="ctrl+enter" busy={decide.isPending} disabled={offer === undefined} onClick={submit}>
          {t(outcome === undefined ? 'processes.decide' : `processes.decide.${outcome}`)}
        </Button>
      </div>
    </section>
  );
}

/** What follows, before it is given: whether this voice completes the quorum, where the document goes, who is told. */
function Consequences({ approval, offer }: { approval: Approval; offer: Offer | undefined }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  if (offer === undefined) {
    return <p className="t2 s grow">{t('processes.choose_decision')}</p>;
  }
  const stage = offer.to === null ? '' : names(offer.to.names);
  const left = approval.needed - approval.counted - 1;
  const isApproval = offer.outcome === 'approve' || offer.outcome === 'approvePartly';
  return (
    <ul className="consequences">
      {isApproval && (
        <li>
          <Users className="i s ok" aria-hidden="true" />
          {offer.completes ? t('processes.completes', { count: approval.counted + 1 }) : t('processes.needs_more', { count: left })}
        </li>
      )}
      <li>
        <ArrowRight className="i s acc" aria-hidden="true" />
        {offer.to === null || !offer.completes ? t('processes.stays_here') : t('processes.goes_to', { stage })}
      </li>
      <li>
        <Bell className="i s t2" aria-hidden="true" />
        {t(offer.outcome === 'warn' ? 'processes.tells_watchers' : 'processes.tells_requester')}
      </li>
    </ul>
  );
}
