import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate } from 'react-router';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Skeleton } from '../../../ui/layout/skeleton';
import { Logo } from '../../../ui/shell/logo';
import { usePageTitle } from '../../../ui/shell/page-title';
import { useLanguage } from '../../../ui/text/language';
import { EntryFoot } from '../entry-foot';
import { useSetup } from '../setup';
import { AdminStep, type AdminAnswers } from './admin-step';
import { DemoOffer } from './demo-offer';
import { OrganisationStep, type OrganisationAnswers } from './organisation-step';
import { Steps } from './steps';
import { useLoadDemo, useSetUp } from './use-set-up';
import '../entry.css';
import './first-run-page.css';

/** An empty installation asks for what it cannot do without; the rest is done later in Settings. */
export function FirstRunPage(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const setup = useSetup();
  const language = useLanguage();
  const [step, setStep] = useState<'organisation' | 'admin'>('organisation');
  const [organisation, setOrganisation] = useState<OrganisationAnswers>({ name: '', language, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone });
  const [admin, setAdmin] = useState<AdminAnswers>({ displayName: '', userName: '', password: '', again: '' });
  const setUp = useSetUp(() => void navigate('/', { replace: true }));
  const loadDemo = useLoadDemo(() => void navigate('/sign-in', { replace: true }));
  usePageTitle(t('identity.first_run'));

  if (setup.data !== undefined && !setup.data.isEmpty && !setUp.isPending && !loadDemo.isPending) {
    return <Navigate to="/" replace />;
  }

  return (
    <div className="first-run entry">
      <aside className="first-run-nav">
        <div className="entry-brand">
          <Logo size={32} />
          Santral
        </div>
        <Steps now={step} organisation={step === 'admin' ? organisation.name : undefined} />
        <DemoOffer isBusy={loadDemo.isPending} error={loadDemo.error} onLoad={() => loadDemo.mutate()} />
      </aside>
      <main className="first-run-work">
        {setup.error !== null && <RefusalNotice error={setup.error} />}
        {setup.isPending && <Skeleton lines={4} />}
        {step === 'organisation' ? (
          <OrganisationStep answers={organisation} onChange={setOrganisation} onNext={() => setStep('admin')} />
        ) : (
          <AdminStep
            answers={admin}
            onChange={setAdmin}
            onBack={() => setStep('organisation')}
            refusal={setUp.error}
            isBusy={setUp.isPending}
            onFinish={() =>
              setUp.mutate({
                organisation: organisation.name.trim(),
                language: organisation.language,
                timeZone: organisation.timeZone,
                admin: { userName: admin.userName.trim(), displayName: admin.displayName.trim(), password: admin.password },
              })
            }
          />
        )}
        <EntryFoot />
      </main>
    </div>
  );
}
