import { useEffect } from 'react';

const form = /^\(\d+\+?\) /;

/** Puts the number of waiting notices before the title of the browser's tab, whatever page sets the title. */
export function useTitleCount(count: number): void {
  useEffect(() => {
    const put = (): void => {
      const bare = document.title.replace(form, '');
      const wanted = count === 0 ? bare : `(${count > 99 ? '99+' : count}) ${bare}`;
      if (document.title !== wanted) {
        document.title = wanted;
      }
    };
    put();
    const element = document.querySelector('title');
    if (element === null) {
      return undefined;
    }
    const observer = new MutationObserver(put);
    observer.observe(element, { childList: true });
    return () => {
      observer.disconnect();
      document.title = document.title.replace(form, '');
    };
  }, [count]);
}
