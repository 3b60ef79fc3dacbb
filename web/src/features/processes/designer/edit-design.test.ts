import { describe, expect, it } from 'vitest';
import { addStage, codeOf } from './edit-design';

describe('a stage that is added', () => {
  it('takes its code from whichever name it has', () => {
    const { design, code } = addStage({ stages: [], transitions: [] }, { tr: 'Yeni aşama', sv: '', en: '' }, undefined);

    expect(code).toBe('yeni_asama');
    expect(design.stages[0]?.names).toEqual({ tr: 'Yeni aşama', sv: '', en: '' });
  });

  it('is led to from the stage beside which it stands, and covers none', () => {
    const one = addStage({ stages: [], transitions: [] }, { tr: 'İnceleniyor', sv: '', en: '' }, undefined);
    const two = addStage(one.design, { tr: 'Onay', sv: '', en: '' }, one.code);
    const three = addStage(two.design, { tr: 'Red', sv: '', en: '' }, one.code);

    expect(three.design.transitions).toEqual([
      { from: 'inceleniyor', to: 'onay', names: null },
      { from: 'inceleniyor', to: 'red', names: null },
    ]);
    const [, second, third] = three.design.stages;
    expect(second?.x).toBe(third?.x);
    expect(second?.y).not.toBe(third?.y);
  });

  it('has a code that no other stage has', () => {
    expect(codeOf('Telafi onayı', ['telafi_onayi'])).toBe('telafi_onayi_2');
  });
});
