import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactElement } from 'react';
import { expect, test } from 'vitest';
import type { GivenAnswer, StepView } from '../knowledge-types';
import { placeOf } from './script-flow';
import { ScriptPanel } from './script-panel';

const step = (key: string, kind: StepView['kind'], text: string, more: Partial<StepView> = {}): StepView => ({ key, kind, text, next: null, answers: [], field: null, isRequired: false, canSkip: false, writesNote: false, result: null, ...more });
const answer = (key: string, text: string, next: string | null = null): StepView['answers'][number] => ({ key, text, next, article: null });

const steps: StepView[] = [
  step('s1', 'say', 'Görüşmemiz kayıt altındadır.'),
  step('s2', 'ask', 'PON ışığı ne renk?', { answers: [answer('a1', 'Yeşil', 's4'), answer('a2', 'Kırmızı')], canSkip: true }),
  step('s3', 'fill', 'Seri numarası', { field: 'note', isRequired: true }),
  step('s4', 'result', 'Sorun çözüldü', { result: 'solved' }),
];

function Panel({ told }: { told: (answers: GivenAnswer[]) => void }): ReactElement {
  const [answers, setAnswers] = useState<GivenAnswer[]>([]);
  return (
    <ScriptPanel
      title="Bağlantı"
      steps={steps}
      answers={answers}
      keys
      onAnswer={(next) => {
        told(next);
        setAnswers(next);
      }}
      end={<p>Nota ekle</p>}
    />
  );
}

function now(): HTMLElement {
  return screen.getAllByRole('listitem').find((item) => item.getAttribute('aria-current') === 'step') as HTMLElement;
}

test('digits answer, what is done is ticked with its answer, and the end says how it ended', async () => {
  const user = userEvent.setup();
  let told: GivenAnswer[] = [];
  render(<Panel told={(answers) => (told = answers)} />);
  expect(screen.getByText('1 / 3')).toBeVisible();
  expect(within(now()).getByText(/kayıt altındadır/)).toBeVisible();

  await user.keyboard('1');
  await user.keyboard('2');

  expect(screen.getByText(/PON ışığı ne renk: Kırmızı/)).toBeVisible();
  expect(screen.getByText('3 / 4')).toBeVisible();
  await user.type(within(now()).getByRole('textbox', { name: 'Seri numarası' }), 'FLX2-26{Enter}');
  await user.keyboard('1');

  expect(screen.getByText('Çözüldü')).toBeVisible();
  expect(screen.getByText('Nota ekle')).toBeVisible();
  expect(told).toEqual([
    { step: 's1', answer: null, value: null },
    { step: 's2', answer: 'a2', value: null },
    { step: 's3', answer: null, value: 'FLX2-26' },
    { step: 's4', answer: null, value: null },
  ]);
});

test('a field that is required is not passed empty, and digits typed into it are text', async () => {
  const user = userEvent.setup();
  render(<Panel told={() => undefined} />);
  await user.keyboard('12');
  const field = within(now()).getByRole('textbox', { name: 'Seri numarası' });

  await user.type(field, '1{Enter}');

  expect(within(now()).getByText('Sorun çözüldü')).toBeVisible();
});

test('0 skips what may be skipped and Backspace goes back', async () => {
  const user = userEvent.setup();
  render(<Panel told={() => undefined} />);
  await user.keyboard('1');
  await user.keyboard('0');
  await user.click(document.body);
  expect(within(now()).getByRole('button', { name: /Yaz/ })).toBeDisabled();

  await user.click(screen.getByRole('button', { name: 'Bir adım geri' }));

  expect(within(now()).getByRole('button', { name: /Yeşil/ })).toBeVisible();
});

test('the preview follows the server’s rules: forward only, and an answer may open another article', () => {
  const back = [step('s1', 'say', 'a'), step('s2', 'say', 'b', { next: 's1' }), step('s3', 'result', 'c', { result: 'solved' })];
  expect(placeOf(back, [{ step: 's1', answer: null, value: null }, { step: 's2', answer: null, value: null }]).at).toBeNull();
  const out = [step('s1', 'ask', 'a', { answers: [{ key: 'a1', text: 'x', next: null, article: { id: 'other', kind: 'text', title: 'Öbürü', language: 'tr', isFallback: false, isOutdated: false } }] })];
  expect(placeOf(out, [{ step: 's1', answer: 'a1', value: null }])).toMatchObject({ at: null, opens: 'other', result: null });
});
