import { CircleDot, ThumbsDown, ThumbsUp, Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Opportunity, OpportunityStage } from '../../../api/customer-types';
import { RefusalNotice } from '../../../api/refusal-notice';
import { IconButton } from '../../../ui/actions/icon-button';
import { Tag, type Tone } from '../../../ui/marks/tag';
import { useFormat } from '../../../ui/text/use-format';
import { useDecide } from './use-sales';

const looks: Record<OpportunityStage, [Tone, typeof CircleDot]> = { open: ['info', CircleDot], won: ['ok', ThumbsUp], lost: ['neutral', ThumbsDown] };

/** One opportunity: what, how much, how it stands; decided in place. */
export function OpportunityLine({ opportunity }: { opportunity: Opportunity }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const decide = useDecide(() => undefined);
  const [tone, icon] = looks[opportunity.stage];
  const to = (stage: OpportunityStage): void => decide.mutate({ opportunity, stage });
  return (
    <div className="customer-sale">
      <div className="row">
        <span className="grow">
          <span className="md">{opportunity.subject}</span>
          <span className="s t2 customer-line">
            {[opportunity.number, format.date(opportunity.openedAt), opportunity.openedBy].filter(Boolean).join(' · ')}
            {opportunity.requestId !== null && (
              <>
                {' · '}
                <Link to={`/requests/${opportunity.requestId}`}>{t('customers.of_request')}</Link>
              </>
            )}
            {opportunity.callId !== null && (
              <>
                {' · '}
                <Link to={`/calls/${opportunity.callId}`}>{t('customers.of_call')}</Link>
              </>
            )}
          </span>
          {opportunity.note !== null && <span className="s customer-line">{opportunity.note}</span>}
        </span>
        <span className="r customer-line-end">
          {opportunity.amount !== null && <span className="num md">{format.money(opportunity.amount)}</span>}
          <Tag tone={tone} icon={icon}>
            {t(`customers.opportunity_stage.${opportunity.stage}`)}
          </Tag>
        </span>
        <span className="row g4">
          {opportunity.stage === 'open' ? (
            <>
              <IconButton look="quiet" size="small" icon={ThumbsUp} label={t('customers.opportunity_won')} onClick={() => to('won')} />
              <IconButton look="quiet" size="small" icon={ThumbsDown} label={t('customers.opportunity_lost')} onClick={() => to('lost')} />
            </>
          ) : (
            <IconButton look="quiet" size="small" icon={Undo2} label={t('customers.opportunity_reopen')} onClick={() => to('open')} />
          )}
        </span>
      </div>
      <RefusalNotice error={decide.error} />
    </div>
  );
}
