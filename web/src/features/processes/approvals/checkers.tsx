import { History, Users } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../../api/me';
import { classes } from '../../../ui/classes';
import { SideSection } from '../../../ui/layout/panel';
import { Avatar } from '../../../ui/marks/avatar';
import { useFormat } from '../../../ui/text/use-format';
import { decisionIcons, decisionTones } from './decision-icon';
import type { Approval, Checker } from './use-approvals';

/** Who has decided, who is left, and what was said. */
export function Checkers({ approval }: { approval: Approval }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useSignedIn();
  return (
    <>
      <SideSection title={t('processes.checkers')} icon={Users} aside={t('processes.quorum_now', { counted: approval.counted, needed: approval.needed })}>
        {approval.standsIn && <p className="t2 s">{t('processes.stands_in')}</p>}
        <ul className="checkers">
          {approval.checkers.map((checker) => (
            <li key={checker.id} className={classes('checker', checker.id === me.id && 'me')}>
              <Avatar name={checker.name} me={checker.id === me.id} decorative />
              <span className="grow cut">{checker.id === me.id ? t('processes.you') : checker.name}</span>
              <State checker={checker} isMe={checker.id === me.id} />
            </li>
          ))}
        </ul>
      </SideSection>
      <SideSection title={t('processes.decision_history')} icon={History}>
        {approval.ballots.length === 0 && <p className="t3 s">{t('processes.no_decision_yet')}</p>}
        <ul className="ballots">
          {approval.ballots.toReversed().map((ballot) => {
            const Icon = decisionIcons[ballot.outcome];
            return (
              <li key={`${ballot.by.id}${ballot.at}`}>
                <Icon className={classes('i s', decisionTones[ballot.outcome])} aria-hidden="true" />
                <div className="grow">
                  <div className="row g8">
                    <span className="grow">
                      {ballot.by.name} <b className="md">{t(`processes.did.${ballot.outcome}`)}</b>
                    </span>
                    <span className="t3 s">{format.dateTime(ballot.at)}</span>
                  </div>
                  {ballot.part !== null && <p className="t2">{t('processes.part_said', { part: ballot.part })}</p>}
                  {ballot.comment !== null && <p className="t2">“{ballot.comment}”</p>}
                </div>
              </li>
            );
          })}
        </ul>
      </SideSection>
    </>
  );
}

function State({ checker, isMe }: { checker: Checker; isMe: boolean }): ReactElement {
  const { t } = useTranslation();
  if (checker.decision !== null) {
    const Icon = decisionIcons[checker.decision];
    return (
      <span className={classes('row g4', decisionTones[checker.decision])}>
        <Icon className="i s" aria-hidden="true" />
        {t(`processes.did_short.${checker.decision}`)}
      </span>
    );
  }
  return <span className={isMe && checker.isLeft ? 'acc' : 't3'}>{t(checker.isLeft ? (isMe ? 'processes.decision_yours' : 'processes.may_decide') : 'processes.not_needed')}</span>;
}
