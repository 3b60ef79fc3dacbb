import { describe, expect, it } from 'vitest';
import { addStage, changeKind, changeStage, codeOf, putBack, removeStage } from './edit-design';

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

describe('a removed stage that is put back', () => {
  const empty = { stages: [], transitions: [] };
  const one = addStage(empty, { tr: 'İnceleniyor', sv: '', en: '' }, undefined);
  const two = addStage(one.design, { tr: 'Onay', sv: '', en: '' }, one.code);
  const before = addStage(two.design, { tr: 'Bitti', sv: '', en: '' }, two.code).design;

  it('stands where it stood, with its lines', () => {
    expect(putBack(removeStage(before, 'onay'), before, 'onay')).toEqual({ stages: before.stages, transitions: expect.arrayContaining([...before.transitions]) });
  });

  it('brings nothing else back and takes nothing away that was drawn since', () => {
    const since = changeStage(removeStage(removeStage(before, 'onay'), 'bitti'), 'inceleniyor', { comment: 'always' });
    const back = putBack(since, before, 'onay');

    expect(back.stages.map(({ code }) => code)).toEqual(['inceleniyor', 'onay']);
    expect(back.stages[0]?.comment).toBe('always');
    expect(back.transitions).toEqual([{ from: 'inceleniyor', to: 'onay', names: null }]);
  });

  it('is led to again by the decisions that led there', () => {
    const drawn = changeKind(before, 'onay', 'approval');
    const asked = { ...drawn, stages: drawn.stages.map((stage) => (stage.approval === null ? stage : { ...stage, approval: { ...stage.approval, outcomes: [{ outcome: 'approve' as const, to: 'bitti' }] } })) };
    const back = putBack(removeStage(asked, 'bitti'), asked, 'bitti');

    expect(back.stages.find(({ code }) => code === 'onay')?.approval?.outcomes).toEqual([{ outcome: 'approve', to: 'bitti' }]);
  });

  it('is not there twice', () => {
    expect(putBack(before, before, 'onay')).toBe(before);
  });
});
