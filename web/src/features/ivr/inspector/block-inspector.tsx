import { LogIn, Plus, Trash2 } from 'lucide-react';
import type { ReactElement, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/actions/button';
import { NamesField } from '../../../ui/fields/names-field';
import { exitName, icons, titleOf, tones, type Looks } from '../block-looks';
import { changeBlock, exitsOf, isNeeded, newPrompt, nextSlotOf, setExit, setSlot, setWords, slotsOf } from '../designer/edit-flow';
import { noNames, type Block, type Flow, type LibraryPrompt } from '../flow-types';
import { MenuOptions } from './menu-options';
import { Settings } from './settings';
import { TargetField } from './target-field';
import { WordsField } from './words-field';

export type PartProps = { flow: Flow; name: string; block: Block; looks: Looks; recorded: ReadonlyMap<string, LibraryPrompt>; onChange: (next: (flow: Flow) => Flow) => void };

/** Everything a block is: its name, what it says, what it asks, where it leads. */
export function BlockInspector({ onRemove, nameRef, ...part }: PartProps & { onRemove: () => void; nameRef: Ref<HTMLInputElement> }): ReactElement {
  const { t } = useTranslation();
  const { flow, name, block, looks, recorded, onChange } = part;
  const Icon = icons[block.verb];
  const order = Object.keys(flow.nodes);
  const exits = exitsOf(block).filter((exit) => block.verb !== 'menu' || exit.on === 'failure');
  const slots = slotsOf(block);
  const more = nextSlotOf(block);
  const labelOf = (slot: string): string => {
    const [field = '', place] = slot.split('.');
    return place === undefined || place === '0' ? t(`ivr.slot.${field}`) : `${t(`ivr.slot.${field}`)} ${Number(place) + 1}`;
  };
  const addWords = (slot: string): void =>
    onChange((before) => {
      const key = newPrompt(before, looks.sharedWords, name, slot);
      return setWords(changeBlock(before, name, (one) => setSlot(one, slot, key)), key, noNames);
    });
  const change = (next: (one: Block) => Block): void => onChange((before) => changeBlock(before, name, next));

  return (
    <>
      <header className="inspector-head">
        <span className={`block-icon ${tones[block.verb]}`}>
          <Icon className="i s" aria-hidden="true" />
        </span>
        <h2 className="cut">{titleOf(looks, flow, name)}</h2>
        <span className="t3 s end">{t('ivr.block_place', { place: order.indexOf(name) + 1, count: order.length })}</span>
      </header>
      <section className="inspector-part">
        <NamesField ref={nameRef} optional label={t('ivr.block_title')} value={block.title ?? noNames} onChange={(title) => change((one) => ({ ...one, title: title.tr === '' && title.sv === '' && title.en === '' ? null : title }))} />
      </section>
      {block.verb === 'menu' && <MenuOptions {...part} block={block} />}
      {(slots.length > 0 || more !== undefined) && (
        <section className="inspector-part">
          {slots.map(({ slot, key }) =>
            key === null ? (
              <Button key={slot} size="small" icon={Plus} onClick={() => addWords(slot)}>
                {labelOf(slot)}
              </Button>
            ) : (
              <WordsField
                key={`${slot}:${key}`}
                label={labelOf(slot)}
                flow={flow}
                prompt={key}
                sharedWords={looks.sharedWords}
                recorded={recorded}
                onChange={onChange}
                onRemove={isNeeded(block, slot) ? undefined : () => change((one) => setSlot(one, slot, null))}
              />
            ),
          )}
          {more !== undefined && (
            <Button size="small" icon={Plus} onClick={() => addWords(more)}>
              {more.endsWith('.0') ? labelOf(more) : t('ivr.add_words')}
            </Button>
          )}
        </section>
      )}
      <Settings {...part} />
      {exits.length > 0 && (
        <section className="inspector-part">
          <h3 className="inspector-title">{t('ivr.exits')}</h3>
          {exits.map((exit) => (
            <TargetField key={exit.on} label={exitName(looks, block, exit.on)} flow={flow} looks={looks} exit={exit} onChange={(to) => change((one) => setExit(one, exit.on, to))} />
          ))}
        </section>
      )}
      <section className="inspector-part row g8">
        {flow.start !== name && (
          <Button size="small" icon={LogIn} onClick={() => onChange((before) => ({ ...before, start: name }))}>
            {t('ivr.make_start')}
          </Button>
        )}
        <Button size="small" icon={Trash2} keys="delete" onClick={onRemove}>
          {t('ivr.remove_block')}
        </Button>
      </section>
    </>
  );
}

/** The same to look at, for who may not draw. */
export function BlockFacts({ flow, name, block, looks }: Omit<PartProps, 'recorded' | 'onChange'>): ReactElement {
  const { t } = useTranslation();
  const Icon = icons[block.verb];
  const said = [...slotsOf(block).flatMap(({ key }) => (key === null ? [] : [key])), ...(block.verb === 'menu' ? block.options.map((option) => option.prompt) : [])];
  return (
    <>
      <header className="inspector-head">
        <span className={`block-icon ${tones[block.verb]}`}>
          <Icon className="i s" aria-hidden="true" />
        </span>
        <h2 className="cut">{titleOf(looks, flow, name)}</h2>
      </header>
      <section className="inspector-part">
        <p className="t2 s">{t('ivr.only_look')}</p>
        {said.length > 0 && (
          <>
            <h3 className="inspector-title">{t('ivr.announcements')}</h3>
            <ul className="block-facts">
              {said.map((key) => (
                <li key={key}>“{looks.names(flow.texts?.[key] ?? looks.sharedWords.get(key) ?? noNames)}”</li>
              ))}
            </ul>
          </>
        )}
        <h3 className="inspector-title">{t('ivr.exits')}</h3>
        <ul className="block-facts">
          {exitsOf(block).map((exit) => (
            <li key={exit.on}>
              {exitName(looks, block, exit.on)} → {exit.to === null ? t('ivr.ends_call') : titleOf(looks, flow, exit.to)}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
