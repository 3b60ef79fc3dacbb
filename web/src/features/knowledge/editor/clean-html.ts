const kept: Readonly<Record<string, string>> = { P: 'p', DIV: 'p', BR: 'br', STRONG: 'strong', B: 'strong', EM: 'em', I: 'em', UL: 'ul', OL: 'ol', LI: 'li', H1: 'h3', H2: 'h3', H3: 'h3', H4: 'h4', BLOCKQUOTE: 'blockquote', CODE: 'code' };
const dropped = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'SVG', 'MATH', 'TITLE', 'TEXTAREA', 'SELECT', 'HEAD', 'META', 'LINK']);
const deepest = 40;

/** Pasted or typed HTML with nothing left but the marks an article may have; built anew, element by element. */
export function cleanHtml(html: string): HTMLElement {
  const parsed = new DOMParser().parseFromString(html, 'text/html').body;
  const clean = document.createElement('div');
  copy(parsed, clean, 0);
  return clean;
}

function copy(from: Node, to: Node, depth: number): void {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      to.appendChild(document.createTextNode(node.textContent ?? ''));
    } else if (node instanceof Element && depth < deepest && !dropped.has(node.tagName.toUpperCase())) {
      copy(node, childFor(node, to), depth + 1);
    }
  }
}

function childFor(node: Element, to: Node): Node {
  const href = node.getAttribute('href');
  if (node.tagName === 'A' && href !== null && /^https?:\/\//i.test(href)) {
    const link = document.createElement('a');
    link.setAttribute('href', href);
    return to.appendChild(link);
  }
  const isBlockRound = node.tagName === 'DIV' && node.querySelector('p, div, ul, ol, li, h1, h2, h3, h4, blockquote') !== null;
  const tag = isBlockRound ? undefined : kept[node.tagName];
  return tag === undefined ? to : to.appendChild(document.createElement(tag));
}
