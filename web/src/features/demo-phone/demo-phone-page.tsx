import { Headset, KeyRound } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../ui/actions/button';
import { Notice } from '../../ui/layout/notice';
import { Skeleton } from '../../ui/layout/skeleton';
import { DemoTop } from '../../ui/shell/demo-top';
import { usePageTitle } from '../../ui/shell/page-title';
import { CallerCards } from './caller-cards';
import { Device } from './device';
import { Hearing } from './hearing';
import type { DemoServer } from './demo-line';
import { useDemoPhone } from './use-demo-line';
import './demo-phone.css';

/** A telephone for visitors: pick who calls, dial, press, talk; the agent's desk is the other tab. */
export function DemoPhonePage({ connect }: { connect?: (language: string) => DemoServer }): ReactElement {
  const { t } = useTranslation();
  const { line, phone, callers, numbers, error } = useDemoPhone(connect);
  const [who, setWho] = useState(0);
  const [to, setTo] = useState<string | null>(null);
  const dialled = numbers?.find((number) => number.number === to) ?? numbers?.[0];
  const isBusy = phone.state === 'dialling' || phone.state === 'ringing' || phone.state === 'connected';
  usePageTitle(t('demo-phone.title'));

  return (
    <div className="demo">
      <DemoTop tag={t('demo-phone.demo')} languageLocked={isBusy}>
        <a className={`${buttonClass('plain', 'large')} demo-desk`} href="/desk" target="santral-desk">
          <Headset className="i" aria-hidden="true" />
          {t('demo-phone.open_desk')}
        </a>
      </DemoTop>
      <main className="demo-cols">
        <section className="demo-who" aria-labelledby="demo-who">
          <h1 id="demo-who">{t('demo-phone.who_calls')}</h1>
          <p className="t2 demo-sub">{t('demo-phone.lead')}</p>
          {error !== null ? <Notice tone="danger">{t('demo-phone.not_reachable')}</Notice> : callers === undefined ? <Skeleton lines={5} /> : <CallerCards callers={callers} value={who} onChange={setWho} disabled={isBusy} />}
          <p className="demo-hint">
            <KeyRound className="i" aria-hidden="true" />
            <span>{t('demo-phone.corporate_keys')}</span>
          </p>
        </section>
        <section className="demo-mid" aria-label={t('demo-phone.phone')}>
          <Device line={line} phone={phone} numbers={numbers ?? []} dialled={dialled} onNumber={setTo} caller={callers?.[who]} />
        </section>
        <Hearing phone={phone} />
      </main>
    </div>
  );
}
