import { BookCheck, CircleCheck, Search, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/actions/icon-button';
import { SideSection } from '../../../ui/layout/panel';
import { Tag, type Tone } from '../../../ui/marks/tag';
import { useFormat } from '../../../ui/text/use-format';
import { KindIcon } from '../kind-icon';
import type { RequestKnowledge, ScriptResult } from '../knowledge-types';
import { useTakeBack } from '../use-knowledge';

const tones: Record<ScriptResult, Tone> = { solved: 'ok', unsolved: 'danger', passOn: 'accent' };

/** Whether the unit asks for a search before closing, and whether it was made (M-06). */
export function DutyLine({ state }: { state: RequestKnowledge }): ReactElement | null {
  const { t } = useTranslation();
  if (!state.isDuty) {
    return null;
  }
  const Icon = state.owes ? Search : CircleCheck;
  return (
    <p className={state.owes ? 'duty owes' : 'duty'} role="status">
      <Icon className="i s" aria-hidden="true" />
      {t(state.owes ? 'knowledge.duty_owed' : 'knowledge.duty_met')}
    </p>
  );
}

/** Articles that answered the request (M-07). */
export function UsedArticles({ requestId, used, onOpen, readOnly }: { requestId: string; used: RequestKnowledge['usedArticles']; onOpen: (row: { id: string; kind: string }) => void; readOnly: boolean }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const takeBack = useTakeBack(requestId);
  return (
    <SideSection title={t('knowledge.used')} icon={BookCheck} aside={<span className="num">{format.number(used.length)}</span>}>
      <ul className="found">
        {used.map((one) => (
          <li key={one.articleId}>
            <button type="button" onClick={() => onOpen({ id: one.articleId, kind: one.kind })}>
              <KindIcon kind={one.kind} />
              <span className="grow">
                {one.title}
                <span className="found-why">{[one.by, format.dateTime(one.at)].filter(Boolean).join(' · ')}</span>
              </span>
              {one.result !== null && <Tag tone={tones[one.result]}>{t(`knowledge.result.${one.result}`)}</Tag>}
            </button>
            {!readOnly && <IconButton icon={X} size="small" look="quiet" label={t('knowledge.take_back', { title: one.title })} disabled={takeBack.isPending} onClick={() => takeBack.mutate(one.articleId)} />}
          </li>
        ))}
      </ul>
    </SideSection>
  );
}
