import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { useMe } from '../../../api/me';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Logo } from '../../../ui/shell/logo';
import { usePageTitle } from '../../../ui/shell/page-title';
import { EntryFoot } from '../entry-foot';
import { useSetup } from '../setup';
import { CodeStep } from './code-step';
import { DemoUsers } from './demo-users';
import { PasswordStep } from './password-step';
import { Switchboard } from './switchboard';
import { useSignIn } from './use-sign-in';
import '../entry.css';
import './sign-in-page.css';

/** Only paths of this app are followed after sign-in, never another site. */
function safeTarget(wish: string | null): string {
  return wish !== null && /^\/(?![/\\])/.test(wish) ? wish : '/';
}

export function SignInPage(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const target = safeTarget(search.get('to'));
  const me = useMe();
  const setup = useSetup();
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const [keep, setKeep] = useState(false);
  const { needsCode, refusal, isBusy, signIn, startOver } = useSignIn(() => void navigate(target, { replace: true }));
  usePageTitle(t('identity.sign_in'));

  // A wrong code asks again for the code only; the password stays in memory of this page.
  const submitCode = (code: string): void => signIn({ userName: userName.trim(), password, code, keep });

  useEffect(() => () => setPassword(''), []);

  if (me.data !== null && me.data !== undefined) {
    return <Navigate to={target} replace />;
  }
  if (setup.data?.isEmpty === true) {
    return <Navigate to="/first-run" replace />;
  }

  const demoUsers = setup.data?.demoUsers ?? [];
  return (
    <div className="sign-in">
      <main className="sign-in-left entry">
        <div className="entry-brand">
          <Logo size={32} />
          Santral
        </div>
        <div className="sign-in-form">
          <header>
            <h1>{needsCode ? t('identity.code_title') : t('identity.sign_in_title')}</h1>
            <p className="t2">{needsCode ? t('identity.code_lead') : (setup.data?.organisation ?? '\u00a0')}</p>
          </header>
          {setup.error !== null && <RefusalNotice error={setup.error} />}
          {needsCode ? (
            <CodeStep refusal={refusal} isBusy={isBusy} onSubmit={submitCode} onBack={startOver} />
          ) : (
            <PasswordStep
              userName={userName}
              password={password}
              onUserName={setUserName}
              onPassword={setPassword}
              keep={keep}
              onKeep={setKeep}
              refusal={refusal}
              isBusy={isBusy}
              onSubmit={() => signIn({ userName: userName.trim(), password, keep })}
            />
          )}
          {!needsCode && setup.data?.isDemo === true && demoUsers.length > 0 && (
            <DemoUsers
              users={demoUsers}
              isBusy={isBusy}
              onChoose={(user) => {
                setUserName(user.userName);
                setPassword('demo');
                signIn({ userName: user.userName, password: 'demo' });
              }}
            />
          )}
          {setup.error !== null && <Button onClick={() => void setup.refetch()}>{t('ui.try_again')}</Button>}
        </div>
        <EntryFoot />
      </main>
      <aside className="sign-in-right" aria-hidden="true">
        <Switchboard />
      </aside>
    </div>
  );
}
