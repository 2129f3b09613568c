import { inTurn } from './nextFrame.ts';

/** How long a travel takes, in milliseconds. */
const TRAVEL = 250;

/** Where parts are on the screen. */
type Places = ReadonlyMap<Element, DOMRect>;
/** From where something was to where it is, in pixels of the screen. */
type Way = readonly [dx: number, dy: number];

/**
 * Makes a function that has a change done to groups and what they hold, and lets every part travel from
 * where the reader last saw it: first, last, invert, play. A part that starts where it was has not shifted,
 * as browsers count it, so groups may grow and shrink in sight; therefore all move, names too. Parts that
 * are on their way are a frame further than that: then the `holder` of all groups leaves the page for the
 * change, since what is new there has not shifted either.
 */
export function createTravel(
  holder: HTMLElement,
  groups: readonly HTMLElement[],
): (parts: Iterable<HTMLElement>, change: () => void) => void {
  let running: readonly Animation[] = [];
  /** From the start of a travel until a frame has shown its end. */
  let isMoving = false;
  let cancelEnd = (): void => undefined;
  const end = (): void => {
    const nothing = (): void => undefined;
    // The first of the two frames is the one that shows it.
    cancelEnd = inTurn([
      nothing,
      () => {
        isMoving = false;
      },
    ]);
  };
  return (parts, change) => {
    const before = placesOf([...groups, ...parts]);
    const parent = isMoving ? holder.parentElement : null;
    cancelEnd();
    for (const animation of running) animation.cancel();
    if (parent) holder.remove();
    change();
    parent?.append(holder);
    const after = placesOf([...before.keys()]);
    const isSeen = (part: Element): boolean =>
      [before, after].every((places) => (places.get(part)?.width ?? 0) > 0);
    const wayOf = (part: Element): Way => {
      const [start, end] = [before.get(part), after.get(part)];
      return start && end ? [start.left - end.left, start.top - end.top] : [0, 0];
    };
    const seen = [...before.keys()].filter(isSeen);
    running = groups.filter(isSeen).flatMap((group) => {
      const [dx, dy] = wayOf(group);
      const held = seen.filter((part) => part !== group && group.contains(part));
      const within = held.flatMap((part) => {
        const [x, y] = wayOf(part);
        return move(part, [x - dx, y - dy]);
      });
      return [...move(group, [dx, dy]), ...within];
    });
    const [first] = running;
    isMoving = first !== undefined;
    first?.addEventListener('finish', end);
  };
}

function placesOf(parts: readonly Element[]): Places {
  return new Map(parts.map((part) => [part, part.getBoundingClientRect()]));
}

/** Nothing is moved where nobody would see it. */
function move(part: Element, [dx, dy]: Way): readonly Animation[] {
  if (Math.abs(dx) < 1 && Math.abs(dy) < 1) return [];
  const from = { transform: `translate(${String(dx)}px, ${String(dy)}px)` };
  return [
    part.animate([from, { transform: 'none' }], {
      duration: TRAVEL,
      easing: 'cubic-bezier(.4,0,.2,1)',
    }),
  ];
}
