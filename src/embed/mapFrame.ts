import { createGraphic } from '../client/createGraphic.ts';
import { createBridge } from './bridge.ts';
import { given, instance } from './frameOptions.ts';

/** The map's frame: the story's shared map, driven by messages. Nothing in it takes the focus. */
function startMapFrame(root: HTMLElement): void {
  const figure = root.querySelector<HTMLElement>('[data-graphic]');
  const cover = root.querySelector<SVGSVGElement>('[data-cover] [data-map]');
  const maps = [...root.querySelectorAll<SVGSVGElement>('[data-step] [data-map]')];
  if (!figure || !cover) return;
  const giveUp = (error: unknown): void => {
    root.removeAttribute('data-enhanced');
    reportError(error);
  };
  const graphic = createGraphic(root, figure, cover, maps, giveUp);
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  root.dataset.enhanced = '';
  graphic.mount();
  new ResizeObserver(() => {
    graphic.refit();
  }).observe(figure);

  const tell = createBridge({
    instance,
    host: given.get('host'),
    steps: maps.length,
    onStep(step) {
      const map = step < 0 ? cover : maps[step];
      if (map) graphic.show(map, !still.matches);
      root.dataset.activeStep = map?.closest<HTMLElement>('[data-step]')?.dataset.step ?? '';
      // Observed anew, it tells where the map is now: a driver may have come after the last change.
      seen.unobserve(figure);
      seen.observe(figure);
    },
  });
  const seen = new IntersectionObserver(
    ([entry]) => {
      tell('seen', entry?.intersectionRatio ?? 0);
    },
    { threshold: [0, 0.01, 0.5, 1] },
  );
}

const root = document.querySelector<HTMLElement>('[data-story]');
if (root) startMapFrame(root);
