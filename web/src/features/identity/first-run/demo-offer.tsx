import { Play } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';

export function DemoOffer({ isBusy, error, onLoad }: { isBusy: boolean; error: Error | null; onLoad: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="demo-offer" aria-labelledby="demo-offer">
      <h2 id="demo-offer">{t('demo.offer_title')}</h2>
      <p>{t('demo.offer_text')}</p>
      <RefusalNotice error={error} />
      <Button size="touch" className="wide" icon={Play} busy={isBusy} onClick={onLoad}>
        {isBusy ? t('demo.loading') : t('demo.load')}
      </Button>
    </section>
  );
}
