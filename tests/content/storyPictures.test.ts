import { describe, expect, it } from 'vitest';
import { EVIDENCE_NAME, QUESTION_NAME, STANCE_PHRASE } from '../../src/i18n/words.ts';
import { formatDate } from '../../src/i18n/dates.ts';
import { textsIn } from '../../src/picture/drawPicture.ts';
import {
  aboutPicture,
  captionText,
  columnPicture,
  COVER,
  pictureAlt,
  pictureCaption,
  sharePicture,
  storyPicture,
  storyPictures,
} from '../../src/picture/storyPictures.ts';
import { ledgerGroups } from '../../src/render/ledgerGroups.ts';
import type { PictureBox } from '../../src/render/pictureBoxes.ts';
import type { Picture } from '../../src/render/renderPicture.ts';
import { site, steps } from './realSite.ts';

const HOME = new URL('https://host.example/x/');
const pictures = storyPictures(site);
const named = pictures.map((picture) => [picture.id, picture] as const);
/** A panel or key may lie over the map: labels keep off it by their places. */
const FORMS = [
  ['column', (id: string) => columnPicture(site, storyPicture(site, id), HOME)],
  ['share', (id: string) => sharePicture(site, storyPicture(site, id))],
] as const;

interface Label {
  readonly texts: readonly string[];
  /** Left, top, right, bottom in picture pixels. */
  readonly box: readonly [number, number, number, number];
}

/** Labels are the boxes that have a halo. */
function labelsOf({ texts }: Picture): readonly Label[] {
  const boxes = texts.props.children as readonly PictureBox[];
  return boxes
    .filter(({ props: { style } }) => style.paintOrder === 'stroke')
    .map((one) => {
      const { left, top, width } = one.props.style as Record<string, number>;
      const lines = textsIn(one);
      const height = lines.length * 18 * (Number(one.props.style.fontSize) / 15);
      return { texts: lines, box: [left!, top!, left! + width!, top! + height] };
    });
}

describe('the pictures of the story', () => {
  it('are one of the cover, then one a step', () => {
    expect(pictures.map(({ id }) => id)).toEqual([COVER, ...steps.map(({ id }) => id)]);
  });

  it.each(['cover', 'story'])('refuse a step whose files would overwrite others: %s', (id) => {
    const story = { ...site.story, steps: [{ ...steps[0]!, id }] };
    expect(() => storyPictures({ ...site, story })).toThrow(`cannot be called "${id}"`);
  });
});

describe.each(named)('the picture of %s', (id, picture) => {
  const { state } = picture;

  it('has an alternative text that says name, question, day, counts, and who is highlighted with what', () => {
    const alt = pictureAlt(site, picture);
    expect(alt).toContain(id === COVER ? site.story.title : picture.title);
    expect(alt).toContain(`${QUESTION_NAME[state.question]}, as of ${formatDate(state.asOf)}.`);
    for (const actor of state.spotlight) {
      const { name = '', role } = site.record.actors.get(actor) ?? {};
      expect(alt).toContain(name);
      if (role === 'host') continue;
      for (const { stance, evidence } of state.standings.filter((one) => one.actor === actor)) {
        const reported = evidence === 'reported' ? `${EVIDENCE_NAME.reported}: ` : '';
        expect(alt).toContain(`${reported}${STANCE_PHRASE[stance]}`);
      }
    }
    const groups = ledgerGroups(state, site.actors).filter(
      ({ id: group, count }) => group !== 'outside' && group !== 'none' && count > 0,
    );
    for (const { count } of groups) expect(alt).toContain(`: ${count}.`);
    expect(alt).not.toMatch(/: 0\.|undefined|\s{2}/);
    expect(alt.length).toBeLessThan(700);
  });

  it('has a caption with question, day, credit and the address of its sources', () => {
    const path = id === COVER ? '' : `steps/${id}/`;
    expect(captionText(pictureCaption(site, picture, HOME))).toBe(
      `${QUESTION_NAME[state.question]}, as of ${formatDate(state.asOf)}. ` +
        `Map: Nothing ruled out, CC BY 4.0. Sources: https://host.example/x/${path}`,
    );
  });

  it('names every actor that it colours in the words of its SVG', () => {
    const { title, description } = aboutPicture(site, picture);
    expect(title).toContain(picture.title);
    for (const { actor } of state.standings) {
      expect(description).toContain(site.record.actors.get(actor)!.name);
    }
  });

  it('carries day, question, number of sources and the way to them in itself', () => {
    const said = textsIn(columnPicture(site, picture, HOME).texts);
    expect(said).toContain(`As of ${formatDate(state.asOf)}`);
    expect(said).toContain(QUESTION_NAME[state.question]);
    const ids = new Set(state.standings.map(({ position }) => position));
    const own = site.record.positions.filter((one) => ids.has(one.id));
    const sources = new Set(own.flatMap((one) => one.sources));
    const extent = said.find((text) => text.includes(' from ')) ?? '';
    expect(extent).toMatch(new RegExp(`^${own.length} positions? from ${sources.size} sources?\\.`));
    expect(said.at(-1)).toBe(
      `Nothing ruled out, host.example/x/${id === COVER ? '' : `steps/${id}/`}`,
    );
  });

  it.each(FORMS)('labels who is spoken of on the map, apart from one another: %s', (_, render) => {
    const drawn = render(id);
    const labels = labelsOf(drawn);
    const names = labels.map(({ texts }) => texts[0]);
    // The map of a step may leave the ends of the world out; `stepMaps.test.ts` lists them.
    const inView = state.spotlight.filter((actor) => {
      const [x = NaN, y = NaN] = site.plane.anchors[actor] ?? [];
      const bounds = state.view.flatMap((one) => {
        const box = site.plane.bounds[one] ?? site.plane.regions[one];
        return box ? [box] : [];
      });
      return (
        x >= Math.min(...bounds.map((box) => box[0])) &&
        y >= Math.min(...bounds.map((box) => box[1])) &&
        x <= Math.max(...bounds.map((box) => box[2])) &&
        y <= Math.max(...bounds.map((box) => box[3]))
      );
    });
    const wanted = inView.map((actor) => site.record.actors.get(actor)!.name);
    expect(wanted.filter((name) => !names.includes(name))).toEqual([]);
    expect(names).toContain('Ukraine');
    const overlaps = labels.flatMap((a, index) =>
      labels
        .slice(index + 1)
        .filter(
          (b) =>
            Math.min(a.box[2], b.box[2]) - Math.max(a.box[0], b.box[0]) > 1 &&
            Math.min(a.box[3], b.box[3]) - Math.max(a.box[1], b.box[1]) > 1,
        )
        .map((b) => `${a.texts.join(' ')} / ${b.texts.join(' ')}`),
    );
    expect(overlaps).toEqual([]);
    const outside = labels.filter(
      ({ box }) => box[0] < 0 || box[1] < 0 || box[2] > drawn.width || box[3] > drawn.height,
    );
    expect(outside).toEqual([]);
  });
});
