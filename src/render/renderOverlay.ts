import type { Actor } from '../schema/actor.ts';
import { isOnScale } from '../record/isOnScale.ts';
import type { MapState } from '../map/mapState.ts';
import type { Plane } from '../map/plane.ts';
import type { Standing } from '../record/standing.ts';
import { attributes } from './svgText.ts';

/**
 * What lies over the marks: stripes of reported positions, dashed borders, outlines of organisations,
 * lines and bands, and the outlines of spotlighted shapes. `id` makes the pattern references unique.
 */
export function renderOverlay(
  state: MapState,
  plane: Plane,
  actors: readonly Actor[],
  id: string,
): string {
  const reported = stripedStandings(state, plane, actors);
  const spotlit = state.spotlight.filter((actor) => plane.bounds[actor]);
  return [
    ...reported.map((standing) => renderStripes(standing, state, id)),
    '<use href="#borders"/>',
    ...Object.entries(state.outlines).map(([organisation, ids]) =>
      renderOutline(organisation, ids),
    ),
    state.layers.includes('buffer-zone')
      ? '<use class="band" href="#band" clip-path="url(#in-UKR)"/>'
      : '',
    state.layers.includes('contact-line') ? '<use class="contact" href="#contact"/>' : '',
    ...spotlit.map((actor) => `<use class="spot" href="#${actor}"/>`),
  ].join('');
}

/** Ids of the stripe patterns a state needs, with the stance each shows. */
export function stripePatterns(
  state: MapState,
  plane: Plane,
  actors: readonly Actor[],
  id: string,
): readonly { id: string; stance: string }[] {
  const stances = stripedStandings(state, plane, actors).map(({ stance }) => stance);
  return [...new Set(stances)].map((stance) => ({ id: patternId(id, stance), stance }));
}

/** Key of an outline's set of members: two days with the same members share their definitions. */
export function outlineKey(organisation: string, members: readonly string[]): string {
  return `${organisation}-${String(members.length)}`;
}

/** Reported standings of drawn actors on the scale; the host and the belligerents take no colour of it. */
function stripedStandings(
  state: MapState,
  plane: Plane,
  actors: readonly Actor[],
): readonly Standing[] {
  const scaled = new Set(actors.filter(isOnScale).map(({ id }) => id));
  return state.standings.filter(
    ({ actor, evidence }) =>
      evidence === 'reported' && scaled.has(actor) && plane.bounds[actor] !== undefined,
  );
}

function renderStripes(
  { actor, stance, evidence }: Standing,
  { spotlight }: MapState,
  id: string,
): string {
  const hooks = attributes({
    'data-actor': actor,
    'data-stance': stance,
    'data-evidence': evidence,
    'data-spotlight': spotlight.includes(actor) ? '' : undefined,
  });
  return `<use class="stripes" href="#${actor}" fill="url(#${patternId(id, stance)})"${hooks}/>`;
}

function patternId(id: string, stance: string): string {
  return `stripes-${stance}-${id}`;
}

/** Members' strokes, seen only outside the members: the outer border of the whole, coasts and all. */
function renderOutline(organisation: string, members: readonly string[]): string {
  const key = outlineKey(organisation, members);
  return `<g class="outline ${organisation.toLowerCase()}" mask="url(#outside-${key})"><use href="#members-${key}"/></g>`;
}
