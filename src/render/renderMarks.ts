import type { Actor } from '../schema/actor.ts';
import { shownStanding } from '../record/shownStanding.ts';
import type { Plane } from '../map/plane.ts';
import type { MapState } from '../map/mapState.ts';
import { attributes, STEADY } from './svgText.ts';

/** Where a badge of an organisation stands: the seat of both is Brussels. */
export const SEAT_OF_ORGANISATIONS = 'brussels';

/**
 * One mark an actor, always in the same order, so that two maps of the same record can be compared mark by
 * mark: shapes, then dots of small states, then badges of organisations, then actors that lie off the map.
 */
export function renderMarks(state: MapState, plane: Plane, actors: readonly Actor[]): string {
  const shapes = actors.filter(({ id }) => plane.anchors[id] && plane.bounds[id]);
  const host = shapes.filter(({ role }) => role === 'host');
  const drawn = [...shapes.filter(({ role }) => role !== 'host'), ...host];
  const small = actors.filter(({ id }) => plane.dots[id]);
  const others = actors.filter(({ id }) => !plane.bounds[id]);
  return [
    ...drawn.map((actor) => `<use href="#${actor.id}"${markAttributes(state, actor)}/>`),
    ...small.map((actor) => renderDot(state, actor, plane.dots[actor.id])),
    ...others.map((actor) => renderBadge(state, actor, plane)),
  ].join('');
}

/** The hooks of a mark: whose it is, what stands, how it is known, whether the step speaks of it. */
export function markAttributes(state: MapState, actor: Actor): string {
  const shown = shownStanding(state.standings.filter((one) => one.actor === actor.id));
  return attributes({
    'data-actor': actor.id,
    'data-role': actor.role,
    'data-stance': shown?.stance,
    'data-evidence': shown?.evidence,
    'data-spotlight': state.spotlight.includes(actor.id) ? '' : undefined,
  });
}

/** A point of constant size on the screen: a stroke of no length with a round cap that does not scale. */
function renderDot(
  state: MapState,
  actor: Actor,
  at: readonly [number, number] | undefined,
): string {
  if (!at) return '';
  return `<path class="dot" ${STEADY} d="M${String(at[0])} ${String(at[1])}h0"${markAttributes(state, actor)}/>`;
}

function renderBadge(state: MapState, actor: Actor, plane: Plane): string {
  const seat = actor.kind === 'organisation' ? plane.seats[SEAT_OF_ORGANISATIONS] : undefined;
  const d = seat ? ` ${STEADY} d="M${String(seat[0])} ${String(seat[1])}h0"` : '';
  return `<path class="${seat ? 'badge' : 'off-map'}"${d}${markAttributes(state, actor)}/>`;
}
