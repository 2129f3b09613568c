import type { Picture } from './storyPicture.ts';

/**
 * Defines `storyProbe` in a page that has `storyMarks` and `storyLedger`. It computes what must be shown
 * from the boxes of the steps and the maps that the build wrote, with nothing of the page's own scripts.
 */
export function installProbe(): void {
  const { all, one, live } = storyMarks;
  const root = () => one('[data-story]');
  const steps = () => all('[data-step]', root());
  const line = () => Number(getComputedStyle(root()).getPropertyValue('--line')) * innerHeight;

  /** Steps lie below each other: as many have begun as have their top at or above the line. */
  const place = () => {
    const boxes = steps().map((step) => step.getBoundingClientRect());
    const begun = boxes.filter(({ top }) => top <= line()).length;
    const isOver = boxes.every(({ bottom }) => bottom <= line());
    return { begun, phase: begun === 0 ? 'before' : isOver ? 'after' : 'in' };
  };
  const sheet = () => {
    const scene = steps()[place().begun - 1] ?? one('[data-cover]', root());
    return one('[data-map]', scene) as SVGSVGElement;
  };

  /** Animations that take time, each with the element it moves. */
  const timed = () =>
    document
      .getAnimations()
      .filter(
        ({ timeline, playState }) =>
          timeline instanceof DocumentTimeline && playState !== 'finished',
      )
      .map((animation) => ({ animation, effect: animation.effect as KeyframeEffect }));
  const nameOf = ({ animation, effect: { target } }: ReturnType<typeof timed>[number]) => {
    const what = animation instanceof CSSTransition ? animation.transitionProperty : 'animation';
    return `${what} of ${target?.getAttribute('class') ?? target?.tagName ?? '?'}`;
  };
  /** Where the drawing comes to rest: a way in is flown with one that is not yet the last. */
  const landing = () => {
    // One that has ended holds the picture until the last one is drawn.
    const [flight] = one('.plane').getAnimations();
    const last = (flight?.effect as KeyframeEffect | undefined)?.getKeyframes().at(-1);
    return new DOMMatrix(last ? String(last.transform) : 'none');
  };
  const strayMotion = () => {
    const flights = timed().filter(({ effect }) => effect.target?.matches('.plane'));
    const overlong = timed().filter(
      ({ effect }) => Number(effect.getComputedTiming().endTime) > 750,
    );
    return [...flights.slice(1).map(() => 'a second flight'), ...overlong.map(nameOf)];
  };
  const leftovers = () => {
    const { transform } = getComputedStyle(one('.plane'));
    return [
      ...timed().map(nameOf),
      ...(transform === 'none' ? [] : [`plane at ${transform}`]),
      ...all('[data-flying], [data-thin], .fading').map(({ outerHTML }) => outerHTML.slice(0, 60)),
      ...(getComputedStyle(one('.live-labels')).opacity === '1' ? [] : ['faded labels']),
    ];
  };

  /** The step's view must lie in the free area, as large as that allows: fit within a pixel. */
  const cameraFit = () => {
    const [frame, stage] = [one('[data-graphic]'), one('[data-stage]')].map((part) =>
      part.getBoundingClientRect(),
    );
    if (!frame || !stage) return 'nowhere';
    const [seen, view] = [live().viewBox.baseVal, sheet().viewBox.baseVal];
    const drawn = frame.width / seen.width;
    const isWhole = Math.abs(frame.height - seen.height * drawn) <= 1;
    const end = landing();
    const k = drawn * end.a;
    const left = frame.left + end.e + (view.x - seen.x) * k - stage.left;
    const top = frame.top + end.f + (view.y - seen.y) * k - stage.top;
    const room = [
      left,
      stage.width - left - view.width * k,
      top,
      stage.height - top - view.height * k,
    ];
    if (!isWhole) return 'the picture has not its frame’s shape';
    if (Math.min(...room) < -1) return `the view lies outside by ${-Math.min(...room)} px`;
    return Math.min(...room.map(Math.abs)) <= 1 ? 'fits' : 'the view could be larger';
  };

  /** Only a step's own hash is the scroll's; that of a note below the story stays, outside of the steps. */
  const hashFor = (phase: string, step: string) => {
    const isForeign = location.hash !== '' && steps().every(({ id }) => `#${id}` !== location.hash);
    if (isForeign && phase !== 'in') return location.hash;
    return step === '' ? '' : `#${step}`;
  };
  const titleOf = (map: SVGSVGElement) =>
    [map.getAttribute('aria-label'), map.dataset.asOf, map.dataset.question].join(', ');

  const expected = (): Picture => {
    const { begun, phase } = place();
    const [step, map] = [steps()[begun - 1]?.id ?? '', sheet()];
    return {
      enhanced: true,
      phase,
      step,
      asOf: map.dataset.asOf ?? '',
      hash: hashFor(phase, step),
      counter: String(Math.max(1, begun)),
      progress: `${Math.round((100 * begun) / steps().length)} %`,
      rail: step === '' ? [] : [`#${step} step`],
      disabled: [...(begun === 0 ? ['-1'] : []), ...(begun === steps().length ? ['1'] : [])],
      mapTitle: titleOf(map),
      marks: storyMarks.marks(map),
      overlay: storyMarks.overlay(map),
      ledgerTitle: map.getAttribute('aria-label') ?? '',
      ledger: storyLedger.expected(map),
      bar: storyLedger.expectedBar(map),
      strayLabels: [],
      strayMotion: [],
      camera: 'fits',
    };
  };
  const shown = (): Picture => {
    const { enhanced, fallback, phase = '', activeStep = '', asOf = '' } = root().dataset;
    const map = live();
    return {
      enhanced: enhanced === '' && fallback === undefined,
      phase,
      step: activeStep,
      asOf,
      hash: location.hash,
      counter: one('[data-counter]').textContent,
      progress: `${Math.round(parseFloat(one('[data-progress]').getAttribute('width') ?? ''))} %`,
      rail: all('[data-rail] [aria-current]').map(
        (link) => `${link.getAttribute('href')} ${link.getAttribute('aria-current')}`,
      ),
      disabled: all('[data-go]:is(:disabled, [aria-disabled="true"])').map(
        ({ dataset: { go = '' } }) => go,
      ),
      mapTitle: titleOf(map),
      marks: storyMarks.marks(map),
      overlay: storyMarks.overlay(map),
      ledgerTitle: one('[data-ledger-title]').textContent.trim(),
      ledger: storyLedger.shown(),
      bar: storyLedger.shownBar(),
      strayLabels: storyMarks.strayLabels(sheet()),
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
    const { top, height } = one(`#${CSS.escape(id)}`).getBoundingClientRect();
    scrollTo({ top: scrollY + top + height * share - line() + 1, behavior: 'instant' });
  };

  globalThis.storyProbe = {
    rest,
    look: () => ({ shown: shown(), expected: expected() }),
    steps,
    scrollInto,
    line,
    sheet,
    leftovers,
  };
}
