/** What one step shows at rest, and while its card is read from beginning to end. */
export interface Sight {
  readonly step: string;
  /** Spotlighted actors with a shape or a dot in the step's view: their free share, the worst while reading. */
  readonly free: Readonly<Record<string, number>>;
  /** Free share of all of them together, 0–1, the worst while reading; 1 when nothing is spotlighted. */
  readonly together: number;
  /** Spotlighted actors in view that carry no label. */
  readonly unnamed: readonly string[];
  /** What is wrong with the labels. */
  readonly labels: readonly string[];
}

/**
 * Looks at the step that is active, whose map is still. Each spotlighted shape is sampled on a grid of
 * screen points; a point is free while no card, bar or ledger lies over it. Sent into the page as text.
 */
export async function sightOf(step: string): Promise<Sight> {
  interface Box {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  const { one, live } = storyMarks;
  const [figure, stage, map] = [one('[data-graphic]'), one('[data-stage]'), live()];
  const meets = (a: Box, b: Box) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  /** Opaque boxes that are painted over the map now: on a narrow screen the cards pass under it. */
  const covers = (): Box[] => {
    const frame = figure.getBoundingClientRect();
    return [...document.querySelectorAll('.card, .opening-text, .bar, .ledger')].flatMap((part) => {
      const box = part.getBoundingClientRect();
      const [left, right] = [
        Math.max(box.left, frame.left, 0),
        Math.min(box.right, frame.right, innerWidth),
      ];
      const [top, bottom] = [
        Math.max(box.top, frame.top, 0),
        Math.min(box.bottom, frame.bottom, innerHeight),
      ];
      if (right - left < 1 || bottom - top < 1) return [];
      const pile = document.elementsFromPoint((left + right) / 2, (top + bottom) / 2);
      const isOver =
        pile.findIndex((hit) => part.contains(hit)) < pile.findIndex((hit) => figure.contains(hit));
      return isOver ? [{ left, top, right, bottom }] : [];
    });
  };

  // Sampled in the figure's own pixels, which the figure takes along where it is no longer stuck.
  const origin = figure.getBoundingClientRect();
  const matrix = map.getScreenCTM();
  if (!matrix) throw new Error('the map is not drawn');
  const view = storyProbe.sheet().viewBox.baseVal;
  const painter = document.createElement('canvas').getContext('2d');
  const samplesOf = (mark: SVGElement): [number, number][] => {
    const path =
      mark.getAttribute('d') ??
      one(`.definitions ${mark.getAttribute('href')}`).getAttribute('d') ??
      '';
    const point = /^M(-?[\d.]+)[ ,](-?[\d.]+)h0$/.exec(path);
    if (point) {
      const { x, y } = new DOMPoint(Number(point[1]), Number(point[2])).matrixTransform(matrix);
      const around = [
        [0, 0],
        [-4, 0],
        [4, 0],
        [0, -4],
        [0, 4],
      ] as const;
      return around.map(([dx, dy]) => [x + dx - origin.left, y + dy - origin.top]);
    }
    const shape = new Path2D(path);
    const apart = 5 / matrix.a;
    const found: [number, number][] = [];
    for (let x = view.x; x < view.x + view.width; x += apart) {
      for (let y = view.y; y < view.y + view.height; y += apart) {
        if (!painter?.isPointInPath(shape, x, y, 'evenodd')) continue;
        const { x: left, y: top } = new DOMPoint(x, y).matrixTransform(matrix);
        found.push([left - origin.left, top - origin.top]);
      }
    }
    return found;
  };
  const spotlit = [
    ...map.querySelectorAll<SVGElement>('[data-part="marks"] > [data-spotlight]:not(.off-map)'),
  ];
  const samples = new Map<string, [number, number][]>();
  for (const mark of spotlit) {
    const points = samplesOf(mark);
    const actor = mark.dataset.actor ?? '';
    if (points.length > 0) samples.set(actor, [...(samples.get(actor) ?? []), ...points]);
  }

  /** The ink of a label's lines, without the halo. */
  const inkOf = (label: Element): Box[] =>
    [...label.querySelectorAll<SVGTSpanElement>('tspan')].map((line) => {
      const [box, style] = [line.getBoundingClientRect(), getComputedStyle(line)];
      const base = line.getStartPositionOfChar(0).y + figure.getBoundingClientRect().top;
      if (painter) painter.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const ink = painter?.measureText(line.textContent);
      const [up, down] = [ink?.actualBoundingBoxAscent ?? 0, ink?.actualBoundingBoxDescent ?? 0];
      return { left: box.left, right: box.right, top: base - up, bottom: base + down };
    });
  const labels = [...document.querySelectorAll<SVGElement>('.live-labels .label')];
  const nameOf = (label: SVGElement) => label.dataset.label ?? '';

  const troubles = new Set<string>();
  const inspectLabels = (over: readonly Box[]) => {
    const room = stage.getBoundingClientRect();
    const inks = labels.map((label) => ({ name: nameOf(label), lines: inkOf(label) }));
    for (const [at, { name, lines }] of inks.entries()) {
      for (const line of lines) {
        const isInside =
          line.left >= room.left - 1 &&
          line.right <= room.right + 1 &&
          line.top >= room.top - 1 &&
          line.bottom <= room.bottom + 1;
        if (!isInside) troubles.add(`${name} leaves the free area`);
        if (over.some((box) => meets(box, line))) troubles.add(`${name} is covered`);
        for (const other of inks.slice(at + 1)) {
          if (other.lines.some((its) => meets(its, line))) {
            troubles.add(`${name} and ${other.name} overlap`);
          }
        }
      }
    }
  };

  const free = new Map([...samples.keys()].map((actor) => [actor, 1]));
  let together = 1;
  const inspect = () => {
    const over = covers();
    const frame = figure.getBoundingClientRect();
    let [open, total] = [0, 0];
    for (const [actor, points] of samples) {
      const seen = points.filter(([x, y]) => {
        const [left, top] = [x + frame.left, y + frame.top];
        const isOnScreen = left >= 0 && left <= innerWidth && top >= 0 && top <= innerHeight;
        return (
          isOnScreen &&
          x >= 0 &&
          y >= 0 &&
          x <= frame.width &&
          y <= frame.height &&
          over.every(
            (box) => left < box.left || left > box.right || top < box.top || top > box.bottom,
          )
        );
      });
      free.set(actor, Math.min(free.get(actor) ?? 1, seen.length / points.length));
      [open, total] = [open + seen.length, total + points.length];
    }
    if (total > 0) together = Math.min(together, open / total);
    inspectLabels(over);
  };

  const section = one(`#${CSS.escape(step)}`);
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const { top, height } = section.getBoundingClientRect();
  const [first, last] = [
    scrollY + top - storyProbe.line() + 1,
    scrollY + top + height - storyProbe.line() - 1,
  ];
  inspect();
  for (let stop = 0; stop <= 10; stop += 1) {
    scrollTo({ top: first + ((last - first) * stop) / 10, behavior: 'instant' });
    await frame();
    await frame();
    const isStuck = Math.abs(figure.getBoundingClientRect().top) < 1;
    // At the end of the story the map leaves with the last card.
    if (isStuck && storyProbe.look().shown.step === step) inspect();
  }
  const named = new Set(labels.map(nameOf));
  return {
    step,
    free: Object.fromEntries(free),
    together,
    unnamed: [...samples.keys()].filter((actor) => !named.has(actor)),
    labels: [...troubles],
  };
}
