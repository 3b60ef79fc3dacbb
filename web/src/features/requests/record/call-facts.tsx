import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallPart } from '../../../api/request-types';
import { MenuPath } from '../../../ui/phone/menu-path';
import { useNames } from '../../../ui/text/names';
import { useFormat } from '../../../ui/text/use-format';

/** Menu path, wait and talk time of a call in one line. */
export function CallFacts({ call, isLive }: { call: CallPart; isLive: boolean }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  return (
    <span className="row wrap call-facts">
      {call.menuPath.length > 0 && <MenuPath label={t('calls.menu_path')} steps={call.menuPath.map((step) => ({ key: step.key ?? undefined, label: names(step.label) }))} />}
      <span className="t2 num">{t('requests.timeline.call_waited', { time: format.clock(call.waitedSeconds) })}</span>
      {!isLive && <span className="t2 num">{call.talkedSeconds > 0 ? t('requests.timeline.call_talked', { time: format.clock(call.talkedSeconds) }) : t('requests.timeline.call_missed')}</span>}
    </span>
  );
}
