/** Everything that tells a reader where they are, in a form that two of can be compared. */
export interface Picture {
  /** Scripts run, and none has given up. */
  readonly enhanced: boolean;
  readonly phase: string;
  readonly step: string;
  readonly asOf: string;
  readonly hash: string;
  readonly counter: string;
  /** Links of the rail that are marked as current, with the mark. */
  readonly rail: readonly string[];
  /** What the buttons that go by one step cannot do. */
  readonly disabled: readonly string[];
  readonly mapTitle: string;
  /** One line a mark, stripes among them: actor, stance, evidence, spotlight. */
  readonly marks: readonly string[];
  /** One line an element over the marks. */
  readonly overlay: readonly string[];
  readonly ledgerTitle: string;
  /** One line a group: its count as printed, then its pills in their order. */
  readonly ledger: readonly string[];
  /** One line a part of the stacked bar: its count, and from where to where it reaches. */
  readonly bar: readonly string[];
  readonly progress: string;
  /** Labels on the shared map that the step's own map does not have. */
  readonly strayLabels: readonly string[];
  /** Animations that do not belong to the one flight to the present camera. */
  readonly strayMotion: readonly string[];
  /** How the step's view lies in the free area. */
  readonly camera: string;
}

/** What is shown, and what the geometry asks for. */
export interface Look {
  readonly shown: Picture;
  readonly expected: Picture;
}

/** What tests may ask inside the page. */
export interface Probe {
  /** Resolves when nothing has scrolled, moved or been resized for `quiet` milliseconds and their frames. */
  rest(quiet: number): Promise<void>;
  look(): Look;
  steps(): readonly HTMLElement[];
  scrollInto(step: string, share: number): void;
  /** Height of the trigger line in the window, in pixels. */
  line(): number;
  /** The document's own map that must be shown now. */
  sheet(): SVGSVGElement;
  /** What must be gone when no flight is under way. */
  leftovers(): readonly string[];
}

declare global {
  /** Set by `installProbe` in every page of a story's test. */
  var storyProbe: Probe;
}

/**
 * Defines `storyProbe` in a page. It computes what must be shown from the boxes of the steps and the maps
 * that the build wrote, with nothing of the page's own scripts. One function: it is sent as text.
 */
export function installProbe(): void {
  const all = <Found extends Element = HTMLElement>(selector: string, from: ParentNode = document) =>
    [...from.querySelectorAll<Found>(selector)];
  const one = <Found extends Element = HTMLElement>(selector: string, from: ParentNode = document) => {
    const found = from.querySelector<Found>(selector);
    if (!found) throw new Error(`nothing in the page is ${selector}`);
    return found;
  };
  const root = () => one('[data-story]');
  const steps = () => all('[data-step]', root());
  const live = () => one<SVGSVGElement>('[data-graphic] svg.live', root());
  const line = () => Number(getComputedStyle(root()).getPropertyValue('--line')) * innerHeight;

  /** Steps lie below each other: as many have begun as have their top at or above the line. */
  const place = () => {
    const boxes = steps().map((step) => step.getBoundingClientRect());
    const begun = boxes.filter(({ top }) => top <= line()).length;
    const isOver = boxes.every(({ bottom }) => bottom <= line());
    return { begun, phase: begun === 0 ? 'before' : isOver ? 'after' : 'in' };
  };
  const sheet = () => {
    const step = steps()[place().begun - 1];
    return one<SVGSVGElement>('[data-map]', step ?? one('[data-cover]', root()));
  };

  const markOf = ({ dataset }: HTMLElement | SVGElement) =>
    [dataset['actor'], dataset['stance'] || '–', dataset['evidence'] || '–', dataset['spotlight'] === undefined ? '' : 'spotlit']
      .join(' ')
      .trim();
  const marksOf = (map: SVGSVGElement) => all<SVGElement>('[data-actor]', map).map(markOf);
  /** A reference to a pattern is read as what the pattern draws: each map has patterns of its own. */
  const overlayOf = (map: SVGSVGElement) =>
    all<SVGElement>('[data-part="overlay"] *', map).map((part) => {
      const pattern = /^url\(#(.*)\)$/.exec(part.getAttribute('fill') ?? '')?.[1];
      const stripe = pattern && document.getElementById(pattern)?.querySelector<SVGElement>('.stripe');
      const drawn = pattern ? [stripe ? `stripes of ${stripe.dataset['stance']}` : 'no such pattern'] : [];
      const written = ['class', 'href', 'mask', 'clip-path'].map((name) => part.getAttribute(name) ?? '');
      return [part.tagName, ...written, ...drawn].join(' ');
    });

  const groupOf = (mark: SVGElement) => {
    const { role, stance } = mark.dataset;
    if (role === 'host' || role === 'belligerent') return 'outside';
    if (role === 'ally-of-belligerent') return stance ? 'outside' : 'none';
    return stance || 'none';
  };
  /** Stripes carry no role: theirs is that of the actor's first mark. */
  const groupsOf = (map: SVGSVGElement) => {
    const groups = new Map<string, Set<string>>();
    const first = new Map<string, SVGElement>();
    for (const mark of all<SVGElement>('[data-actor]', map)) {
      const actor = mark.dataset['actor'] ?? '';
      if (!first.has(actor)) first.set(actor, mark);
      const isOutside = groupOf(first.get(actor) ?? mark) === 'outside';
      const group = isOutside ? 'outside' : groupOf(mark);
      groups.set(group, (groups.get(group) ?? new Set()).add(markOf(mark)));
    }
    return groups;
  };
  /** One line a group: what it counts, whose pills stand in it in which order, and what each says. */
  const groupLine = (id: string, counts: readonly (string | undefined)[], names: readonly string[], pills: readonly string[]) =>
    `${id} ${counts.join(' ')}: ${names.join(', ')} = ${[...pills].sort().join(', ')}`;
  const expectedLedger = (map: SVGSVGElement) => {
    const groups = groupsOf(map);
    const named = new Map(all('[data-ledger] [data-actor]').map(({ dataset }) => [dataset['actor'], dataset['name']]));
    return all('[data-ledger] [data-group]').map(({ dataset: { group = '' } }) => {
      const pills = [...(groups.get(group) ?? [])];
      const actors = pills.map((pill) => pill.split(' ')[0]);
      const names = actors.map((actor) => named.get(actor) ?? 'nobody').sort((a, b) => a.localeCompare(b, 'en'));
      const count = String(new Set(actors).size);
      return groupLine(group, [count, count], names, pills);
    });
  };
  const shownLedger = () =>
    all('[data-ledger] [data-group]').map((group) => {
      const pills = all('[data-pills] > [data-actor]', group);
      const counts = [group.dataset['count'], one('[data-tally]', group).textContent];
      const names = pills.map(({ dataset: { name = '' } }) => name);
      return groupLine(group.dataset['group'] ?? '', counts, names, pills.map(markOf));
    });

  /** The stacked bar's parts: their counts, where they begin and end in per cent of the whole. */
  const shownBar = () =>
    all('[data-ledger] [data-bar]').map((part) => {
      const [start, width] = ['x', 'width'].map((name) => Number.parseFloat(one('rect', part).getAttribute(name) ?? ''));
      return `${part.dataset['bar']} ${one('text', part).textContent.trim() || 0}: ${start!.toFixed(1)}–${(start! + width!).toFixed(1)}`;
    });
  const expectedBar = (map: SVGSVGElement) => {
    const groups = groupsOf(map);
    const ids = all('[data-ledger] [data-bar]').map(({ dataset }) => dataset['bar'] ?? '');
    const counts = ids.map((id) => new Set([...(groups.get(id) ?? [])].map((pill) => pill.split(' ')[0])).size);
    const total = counts.reduce((sum, count) => sum + count, 0);
    let begun = 0;
    return ids.map((id, at) => {
      const before = begun;
      begun += counts[at]!;
      const [start, end] = [before, begun].map((sum) => (total ? (100 * sum) / total : 0));
      return `${id} ${counts[at]}: ${start!.toFixed(1)}–${end!.toFixed(1)}`;
    });
  };

  /** Where room is short a label may leave its words out, but says nothing that its step does not. */
  const strayLabels = () => {
    const rows = JSON.parse(sheet().dataset['labels'] ?? '[]') as [string, string, string[]][];
    const known = new Map(rows.map(([, name, words]) => [name, words]));
    return all('.live-labels .label').flatMap((label) => {
      const [name = '', ...words] = all('tspan', label).map(({ textContent }) => textContent);
      return words.every((line) => known.get(name)?.includes(line)) && known.has(name) ? [] : [[name, ...words].join(' / ')];
    });
  };

  /** Animations that take time; the progress line follows the scroll and takes none. */
  const timed = () =>
    document.getAnimations().filter(({ timeline, playState }) => timeline instanceof DocumentTimeline && playState !== 'finished');
  const targetOf = (animation: Animation) => (animation.effect as KeyframeEffect | null)?.target;
  const nameOf = (animation: Animation) => {
    const { target } = animation.effect as KeyframeEffect;
    const what = animation instanceof CSSTransition ? animation.transitionProperty : 'animation';
    return `${what} of ${target?.tagName ?? '?'}.${target?.getAttribute('class') ?? ''}`;
  };
  const strayMotion = () => {
    const flights = timed().filter((animation) => targetOf(animation)?.matches('.plane'));
    const overlong = timed().filter(({ effect }) => Number(effect?.getComputedTiming().endTime) > 750);
    const offTarget = flights.filter((flight) => {
      const last = (flight.effect as KeyframeEffect).getKeyframes().at(-1)?.['transform'];
      return !new DOMMatrix(String(last)).isIdentity;
    });
    return [...flights.slice(1).map(() => 'a second flight'), ...overlong.map(nameOf), ...offTarget.map(() => 'a flight to elsewhere')];
  };
  const leftovers = () => {
    const plane = getComputedStyle(one('.plane')).transform;
    return [
      ...timed().map(nameOf),
      ...(plane === 'none' ? [] : [`plane at ${plane}`]),
      ...all('[data-flying], [data-thin], .fading').map(({ outerHTML }) => outerHTML.slice(0, 60)),
      ...(getComputedStyle(one('.live-labels')).opacity === '1' ? [] : ['faded labels']),
    ];
  };

  /** The step's view must lie in the free area, as large as that allows: fit within a pixel. */
  const cameraFit = () => {
    const frame = one('[data-graphic]').getBoundingClientRect();
    const stage = one('[data-stage]').getBoundingClientRect();
    const [seen, view] = [live().viewBox.baseVal, sheet().viewBox.baseVal];
    const k = frame.width / seen.width;
    const left = frame.left + (view.x - seen.x) * k - stage.left;
    const top = frame.top + (view.y - seen.y) * k - stage.top;
    const room = [left, stage.width - left - view.width * k, top, stage.height - top - view.height * k];
    if (Math.abs(frame.height - seen.height * k) > 1) return 'the picture has not the shape of its frame';
    if (room.some((side) => side < -1)) return `the view lies outside by ${Math.min(...room).toFixed(1)} px`;
    return Math.min(...room.map(Math.abs)) <= 1 ? 'fits' : 'the view could be larger';
  };

  const hash = (phase: string, step: string) => {
    const isForeign = location.hash !== '' && steps().every(({ id }) => `#${id}` !== location.hash);
    if (isForeign && phase !== 'in') return location.hash;
    return step && `#${step}`;
  };
  const expected = (): Picture => {
    const { begun, phase } = place();
    const [step, map] = [steps()[begun - 1]?.id ?? '', sheet()];
    const title = map.getAttribute('aria-label') ?? '';
    return {
      enhanced: true,
      phase,
      step,
      asOf: map.dataset['asOf'] ?? '',
      hash: hash(phase, step),
      counter: String(Math.max(1, begun)),
      rail: step ? [`#${step} step`] : [],
      disabled: [...(begun <= 1 ? ['-1'] : []), ...(begun === steps().length ? ['1'] : [])],
      mapTitle: `${title} ${map.dataset['asOf']} ${map.dataset['question']}`,
      marks: marksOf(map),
      overlay: overlayOf(map),
      ledgerTitle: title,
      ledger: expectedLedger(map),
      bar: expectedBar(map),
      progress: `${Math.round((100 * begun) / steps().length)} %`,
      strayLabels: [],
      strayMotion: [],
      camera: 'fits',
    };
  };
  const shown = (): Picture => {
    const { dataset } = root();
    const map = live();
    return {
      enhanced: dataset['enhanced'] === '' && dataset['fallback'] === undefined,
      phase: dataset['phase'] ?? '',
      step: dataset['activeStep'] ?? '',
      asOf: dataset['asOf'] ?? '',
      hash: location.hash,
      counter: one('[data-counter]').textContent,
      rail: all('[data-rail] [aria-current]').map((link) => `${link.getAttribute('href')} ${link.getAttribute('aria-current')}`),
      disabled: all<HTMLButtonElement>('[data-go]').filter(({ disabled }) => disabled).map(({ dataset: { go } }) => go ?? ''),
      mapTitle: `${map.getAttribute('aria-label')} ${map.dataset['asOf']} ${map.dataset['question']}`,
      marks: marksOf(map),
      overlay: overlayOf(map),
      ledgerTitle: one('[data-ledger-title]').textContent,
      ledger: shownLedger(),
      bar: shownBar(),
      progress: `${Math.round(Number.parseFloat(one('[data-progress]').getAttribute('width') ?? ''))} %`,
      strayLabels: strayLabels(),
      strayMotion: strayMotion(),
      camera: cameraFit(),
    };
  };

  /** A busy machine draws fewer frames: rest is as many frames as a free one draws in the time. */
  const rest = (quiet: number) =>
    new Promise<void>((done) => {
      let [key, since, frames] = ['', 0, 0];
      const tick = (now: number) => {
        const tops = steps().map((step) => step.getBoundingClientRect().top);
        const seen = [scrollX, scrollY, innerWidth, innerHeight, tops[0], tops.at(-1)].join();
        if (seen !== key) [key, since, frames] = [seen, now, 0];
        if (now - since >= quiet && frames >= quiet / 20) done();
        else requestAnimationFrame(tick);
        frames += 1;
      };
      requestAnimationFrame(tick);
    });
  const scrollInto = (id: string, share: number) => {
    const box = one(`#${CSS.escape(id)}`).getBoundingClientRect();
    scrollTo({ top: scrollY + box.top + box.height * share - line() + 1, behavior: 'instant' });
  };

  globalThis.storyProbe = { rest, look: () => ({ shown: shown(), expected: expected() }), steps, scrollInto, line, sheet, leftovers };
}
