import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Marked } from './marked';

const marks = (text: string, typed: string): string[] => [...render(<Marked text={text} typed={typed} />).container.querySelectorAll('mark')].map((mark) => mark.textContent ?? '');

test('every word that was typed is marked, wherever it stands', () => {
  expect(marks('Modem ışığı kırmızı, modem değişti', 'modem KIRMIZI')).toEqual(['Modem', 'kırmızı', 'modem']);
});

test('it does not matter how the letters are typed', () => {
  expect(marks('Kärl ej tömt', 'karl tomt')).toEqual(['Kärl', 'tömt']);
});

test('the text stays whole, and signs that mean something elsewhere are only letters', () => {
  const { container } = render(<Marked text="a+b (c)" typed="(b)" />);
  expect(container.textContent).toBe('a+b (c)');
});
