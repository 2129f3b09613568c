import { describe, expect, it } from 'vitest';
import { actorScene } from '../../src/map/actorScene.ts';
import { viewOf } from '../../src/map/viewOf.ts';
import { actorStandings } from '../../src/record/actorStandings.ts';
import { questionsOf } from '../../src/record/questionsOf.ts';
import { renderMap } from '../../src/render/renderMap.ts';
import { elementsOf, parseMarkup } from '../unit/render/parseMarkup.ts';
import { site } from './realSite.ts';

const { record, plane, actors } = site;
const questions = questionsOf(record);
const told = actors.map((actor) => {
  const standings = actorStandings(record, actor.id, record.asOf, questions);
  return { actor, standings, scene: actorScene(record, plane, actor, standings) };
});

describe('the maps of the actors’ pages', () => {
  it('are there for all but those the plane does not reach', () => {
    const without = told.filter(({ scene }) => !scene).map(({ actor }) => actor.id);
    expect(without).toEqual(['AUS', 'NZL']);
  });

  it('show what stands for the actor on the record’s day, spotlit', () => {
    const problems = told.flatMap(({ actor, standings, scene }) => {
      if (!scene) return [];
      const state = site.stateFor(scene);
      const root = parseMarkup(renderMap(state, plane, actors, actor.id));
      const marks = elementsOf(root).filter(
        ({ name, attributes }) => name !== 'g' && attributes['data-actor'] === actor.id,
      );
      const wanted = standings.find(({ question }) => question === scene.question)?.standings ?? [];
      const own = wanted.map(({ standing }) => standing.stance);
      const drawn = marks.flatMap(({ attributes }) => attributes['data-stance'] ?? []);
      const isSpotlit = marks.some(({ attributes }) => 'data-spotlight' in attributes);
      const isRight = own.every((stance) => drawn.includes(stance)) && isSpotlit === own.length > 0;
      return isRight && state.asOf === record.asOf ? [] : [`${actor.id}: ${drawn.join()} of ${own.join()}`];
    });
    expect(problems).toEqual([]);
  });

  it('look at the whole of the actor’s land', () => {
    const cut = told.filter(({ actor, scene }) => {
      const land = plane.bounds[actor.id];
      if (!scene || !land) return false;
      const [x0, y0, x1, y1] = viewOf(plane, scene.view);
      return land[0] < x0 || land[1] < y0 || land[2] > x1 || land[3] > y1;
    });
    expect(cut.map(({ actor }) => actor.id)).toEqual([]);
  });
});
