import type { Actor } from '../schema/actor.ts';
import { STANCES } from '../schema/vocabulary.ts';
import type { MapState } from '../map/mapState.ts';
import { fitCamera } from '../map/camera.ts';
import { viewOf } from '../map/viewOf.ts';
import type { Plane, Point } from '../map/plane.ts';
import { STAGES } from './renderLabels.ts';
import { STEADY } from './svgText.ts';
import { outlineKey, stripePatterns } from './renderOverlay.ts';

/** The paths of the projected world, by id: what the geometry emits. */
export interface MapPaths {
  /** Shapes that carry an actor: id → path. */
  readonly actors: Readonly<Record<string, string>>;
  /** Shapes of places that are no actors, Kosovo among them: id → path. */
  readonly places: Readonly<Record<string, string>>;
  /** All other land. */
  readonly context: string;
  /** The visible hemisphere. */
  readonly horizon: string;
  readonly graticule: string;
  /** Dashed borders: Kosovo's towards Serbia, the line across Cyprus. */
  readonly dashed: string;
  /** The Crimean peninsula, for the hatch. */
  readonly crimea: string;
  /** Points of small states that are no actors. */
  readonly smallPlaces: readonly Point[];
}

/** Everything that maps of a page refer to, written once a page: paths, patterns, masks. */
export function renderDefinitions(
  paths: MapPaths,
  plane: Plane,
  actors: readonly Actor[],
  states: readonly { readonly id: string; readonly state: MapState }[],
): string {
  const parts = [
    `<path id="horizon" d="${paths.horizon}"/>`,
    `<g id="base"><use href="#horizon" class="sea"/><path class="graticule" ${STEADY} d="${paths.graticule}"/><path class="land" ${STEADY} d="${paths.context}"/>${renderPlaces(paths)}</g>`,
    ...Object.entries(paths.actors).map(([id, d]) => `<path id="${id}" ${STEADY} d="${d}"/>`),
    `<path id="crimea" d="${paths.crimea}"/>`,
    `<g id="borders"><use class="occupied" href="#crimea" fill="url(#hatch)"/><path class="dashed" ${STEADY} d="${paths.dashed}"/></g>`,
    renderFront(plane),
    '<clipPath id="in-UKR"><use href="#UKR"/></clipPath>',
    '<pattern id="hatch" width="28" height="28" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path class="hatch" d="M0 0h28"/></pattern>',
    ...uniqueOutlines(states.map(({ state }) => state)),
    ...states.flatMap(({ id, state }) => renderPatterns(id, state, plane, actors)),
  ];
  return `<svg class="definitions" width="0" height="0" aria-hidden="true" focusable="false"><defs>${parts.join('')}</defs></svg>`;
}

function renderPlaces({ places, smallPlaces }: MapPaths): string {
  const shapes = Object.entries(places).map(
    ([id, d]) => `<path class="land" ${STEADY} id="${id}" d="${d}"/>`,
  );
  const dots = smallPlaces.map(
    ([x, y]) => `<path class="dot" ${STEADY} d="M${String(x)} ${String(y)}h0"/>`,
  );
  return [...shapes, ...dots].join('');
}

function renderFront({ lines }: Plane): string {
  return (['contact', 'band'] as const)
    .map(
      (id) =>
        `<polyline id="${id}"${id === 'contact' ? ` ${STEADY}` : ''} points="${lines[id].map((point) => point.join()).join(' ')}"/>`,
    )
    .join('');
}

function uniqueOutlines(states: readonly MapState[]): readonly string[] {
  const sets = new Map(
    states.flatMap(({ outlines }) =>
      Object.entries(outlines).map(
        ([organisation, members]) => [outlineKey(organisation, members), members] as const,
      ),
    ),
  );
  return [...sets].map(([key, members]) => {
    const uses = members.map((id) => `<use href="#${id}"/>`).join('');
    return `<g id="members-${key}">${uses}</g><mask id="outside-${key}" maskUnits="userSpaceOnUse" x="-13000" y="-13000" width="40000" height="40000"><rect x="-13000" y="-13000" width="40000" height="40000" fill="#fff"/><use href="#members-${key}" fill="#000"/></mask>`;
  });
}

/** Stripes nine pixels apart on a desk, whatever the view's scale. */
function renderPatterns(
  id: string,
  state: MapState,
  plane: Plane,
  actors: readonly Actor[],
): readonly string[] {
  const { k } = fitCamera(viewOf(plane, state.view), [0, 0, ...STAGES.wide]);
  return stripePatterns(state, plane, actors, id).map((pattern) =>
    renderPattern(pattern.id, pattern.stance, 1 / k),
  );
}

/**
 * A stripe pattern, 9 × 9 pixels at the given size of a pixel in plane units. A third of it is open, so
 * that what stands on record under a report stays in sight.
 */
function renderPattern(id: string, stance: string, unit: number): string {
  return `<pattern id="${id}" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45) scale(${unit.toFixed(2)})"><path class="stripe-ground" d="M0 4h9"/><path class="stripe" data-stance="${stance}" d="M0 4h9"/></pattern>`;
}

/** The stripe patterns of the shared map, one a stance; the browser scales them to its camera. */
export function renderLivePatterns(): string {
  const patterns = STANCES.map((stance) => renderPattern(`live-stripes-${stance}`, stance, 1));
  return `<svg class="definitions" width="0" height="0" aria-hidden="true" focusable="false"><defs>${patterns.join('')}</defs></svg>`;
}
