import type { ReactElement, ReactNode } from 'react';
import { ShortcutPage } from '../keys/shortcuts';
import './app-frame.css';

export type AppFrameProps = { skipLabel: string; rail: ReactNode; top?: ReactNode; notice?: ReactNode; bottom?: ReactNode; children: ReactNode };

/** Rail, bar, page. On a phone the rail is a row of icons at the bottom. */
export function AppFrame({ skipLabel, rail, top, notice, bottom, children }: AppFrameProps): ReactElement {
  return (
    <div className="app">
      <a className="skip" href="#page">
        {skipLabel}
      </a>
      <div className="app-rail">{rail}</div>
      <div className="main">
        {notice}
        {top}
        <main className="body" id="page" tabIndex={-1}>
          <ShortcutPage value={true}>{children}</ShortcutPage>
        </main>
      </div>
      {bottom !== undefined && <div className="app-bottom">{bottom}</div>}
    </div>
  );
}

/** The head of a page: title, count, acts at the right. */
export function PageHead({ title, note, children }: { title: string; note?: ReactNode; children?: ReactNode }): ReactElement {
  return (
    <div className="page-head">
      <h1>{title}</h1>
      {note !== undefined && <span className="t2">{note}</span>}
      {children !== undefined && <div className="page-acts">{children}</div>}
    </div>
  );
}
