import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { cleanHtml } from '../editor/clean-html';
import { wordDiff } from '../editor/word-diff';
import { plainOf, SafeHtml } from './safe-html';

const hostile = [
  '<script>alert(1)</script><p>x</p>',
  '<img src=x onerror=alert(1)>',
  '<p onclick="alert(1)" style="position:fixed">x</p>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<form action="https://evil.example"><input name="password"></form>',
];

test.each(hostile)('nothing hostile is drawn or kept from %s', (html) => {
  const { container } = render(<SafeHtml html={html} />);
  for (const box of [container, cleanHtml(html)]) {
    expect(box.querySelector('script, img, svg, math, iframe, form, input, style')).toBeNull();
    for (const element of box.querySelectorAll('*:not(div)')) {
      expect([...element.attributes].filter(({ name }) => !['href', 'target', 'rel'].includes(name))).toEqual([]);
      expect(element.getAttribute('href') ?? 'https://').toMatch(/^https?:/);
    }
  }
});

test('what an article may have is drawn', () => {
  const { getByRole, container } = render(<SafeHtml html='<p>Bir <strong>iki</strong><br>üç</p><ul><li>dört</li></ul><p><a href="https://ok.example/">yer</a></p>' />);
  expect(container.querySelector('strong')).toHaveTextContent('iki');
  expect(getByRole('listitem')).toHaveTextContent('dört');
  expect(getByRole('link', { name: 'yer' })).toHaveAttribute('rel', 'noreferrer noopener');
});

test('the words of an article come into a note line by line', () => {
  expect(plainOf('<p>Bir <strong>iki</strong></p><ul><li>üç</li><li>dört</li></ul>')).toBe('Bir iki\n- üç\n- dört');
});

test('a difference shows the words that went and came', () => {
  expect(wordDiff('kl. 06.00 på måndag', 'kl. 07.00 på måndag')).toEqual([
    { kind: 'same', text: 'kl. ' },
    { kind: 'gone', text: '06.00' },
    { kind: 'new', text: '07.00' },
    { kind: 'same', text: ' på måndag' },
  ]);
});
