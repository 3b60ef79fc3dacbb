import { createElement, useMemo, type ReactElement, type ReactNode } from 'react';

const tags = new Set(['p', 'br', 'strong', 'em', 'ul', 'ol', 'li', 'h3', 'h4', 'blockquote', 'code']);
const deepest = 60;

/** Rich text of an article. The server keeps only a dozen tags; here they are drawn one by one, so that no HTML of others ever meets the page. */
export function SafeHtml({ html }: { html: string }): ReactElement {
  const nodes = useMemo(() => {
    // A document of its own: nothing in it runs or loads.
    const body = new DOMParser().parseFromString(html, 'text/html').body;
    return [...body.childNodes].map((node, index) => draw(node, index, 0));
  }, [html]);
  return <div className="article-text">{nodes}</div>;
}

function draw(node: Node, key: number, depth: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) {
    return node.textContent;
  }
  if (!(node instanceof Element) || depth > deepest) {
    return null;
  }
  const tag = node.localName;
  const children = [...node.childNodes].map((child, index) => draw(child, index, depth + 1));
  const href = node.getAttribute('href');
  if (tag === 'a' && href !== null && /^https?:\/\//i.test(href)) {
    return (
      <a key={key} href={href} target="_blank" rel="noreferrer noopener">
        {children}
      </a>
    );
  }
  if (!tags.has(tag)) {
    return tag === 'a' ? createElement('span', { key }, ...children) : null;
  }
  return tag === 'br' ? <br key={key} /> : createElement(tag, { key }, ...children);
}

/** The words alone, block by block: what goes into a note. */
export function plainOf(html: string): string {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  for (const block of body.querySelectorAll('p, li, h3, h4, blockquote, br')) {
    block.append('\n');
  }
  for (const item of body.querySelectorAll('li')) {
    item.prepend('- ');
  }
  for (const line of body.querySelectorAll('br')) {
    line.replaceWith('\n');
  }
  return (body.textContent ?? '').replace(/\n{2,}/g, '\n').trim();
}
