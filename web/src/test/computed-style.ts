/**
 * What an element's computed style says in tests, by its tag and its own attributes alone. jsdom matches every rule of every sheet against
 * every element a query by role looks at, which was a third of the time of all tests; no sheet of ours is loaded in them.
 */
export function cheapComputedStyle(): void {
  const view = document.defaultView;
  if (view === null) {
    return;
  }

  const real = view.getComputedStyle.bind(view);
  const clean = document.implementation.createHTMLDocument();
  const known = new Map<string, CSSStyleDeclaration>();

  view.getComputedStyle = (element, pseudo) => {
    const key = [element.tagName, pseudo ?? '', ...ATTRIBUTES.map((name) => element.getAttribute(name) ?? '-')].join('|');
    let style = known.get(key);
    if (style === undefined) {
      const alike = clean.createElement(element.tagName);
      for (const name of ATTRIBUTES) {
        const value = element.getAttribute(name);
        if (value !== null) {
          alike.setAttribute(name, value);
        }
      }

      clean.body.append(alike);
      style = real(alike);
      known.set(key, style);
    }

    return style;
  };
  globalThis.getComputedStyle = view.getComputedStyle;
}

/** What decides whether an element is shown. */
const ATTRIBUTES = ['style', 'hidden', 'open', 'type'];
