import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../../api/request-types';
import { MenuPath } from '../../../ui/phone/menu-path';
import { useNames } from '../../../ui/text/names';
import { useFormat } from '../../../ui/text/use-format';

type Call = Extract<TimelineEntry, { kind: 'call' }>;

/** Menu path, wait and talk time of a call in one line. */
export function CallFacts({ call, isLive }: { call: Call; isLive: boolean }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  return (
    <span className="row wrap g16">
      {call.menuPath.length > 0 && <MenuPath label={t('requests.menu_path')} steps={call.menuPath.map((step) => ({ key: step.key ?? undefined, label: names(step.label) }))} />}
      <span className="t2 nowrap">
        {t('requests.call_waited')} <span className="num">{format.clock(call.waitedSeconds)}</span>
      </span>
      {!isLive && (
        <span className="t2 nowrap">
          {t('requests.call_talked')} <span className="num">{format.clock(call.talkedSeconds)}</span>
        </span>
      )}
    </span>
  );
}
