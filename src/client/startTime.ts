const SVG = 'http://www.w3.org/2000/svg';

/** Makes a picture of time answer: one actor can be traced through it, by list, pointer or keyboard. */
export function startTime(root: HTMLElement): void {
  const choice = root.querySelector<HTMLSelectElement>('[data-choice]');
  const more = root.querySelector<HTMLAnchorElement>('a[data-more]');
  const said = root.querySelector<HTMLElement>('[data-saying]');
  const charts = [...root.querySelectorAll<SVGSVGElement>('svg.time')];
  if (!choice || !more || !said) return;
  const words = said.textContent;

  function trace(actor: string): void {
    root.toggleAttribute('data-traced', actor !== '');
    for (const chart of charts) traceIn(chart, actor);
  }

  /** Takes the chosen actor into the picture, the line of words and the address. */
  function choose(actor: string): void {
    trace(actor);
    const chosen = choice?.selectedOptions[0];
    if (said) said.textContent = chosen?.dataset.said ?? words;
    if (!more) return;
    const mark = root.querySelector<SVGAElement>(`.mark[data-actor="${CSS.escape(actor)}"]`);
    more.hidden = !mark;
    more.href = mark?.href.baseVal.replace(/#.*/, '') ?? '';
    more.textContent = chosen?.dataset.more ?? '';
  }

  choice.addEventListener('change', () => {
    const address = choice.value ? `?actor=${choice.value.toLowerCase()}` : '';
    history.replaceState(history.state, '', `${location.pathname}${address}`);
    choose(choice.value);
  });
  for (const figure of root.querySelectorAll<HTMLElement>('[data-chart]')) {
    followMarks(figure, trace, () => {
      trace(choice.value);
    });
  }
  for (const row of root.querySelectorAll('[data-row]')) {
    marksOf(row)[0]?.setAttribute('tabindex', '0');
  }
  choice.value = new URLSearchParams(location.search).get('actor')?.toUpperCase() ?? '';
  // An actor that is not in the list leaves it empty.
  if (choice.selectedIndex < 0) choice.value = '';
  choose(choice.value);
  root.setAttribute('data-enhanced', '');
}

/** Traces the actor whose mark has the pointer or the focus, and says which statement it is. */
function followMarks(figure: HTMLElement, trace: (actor: string) => void, rest: () => void): void {
  const reading = figure.querySelector<HTMLElement>('[data-reading]');
  const hint = reading?.textContent ?? '';
  const enter = ({ target }: Event): void => {
    const mark = markAt(target);
    if (!mark) return;
    trace(mark.dataset.actor ?? '');
    if (reading) reading.textContent = mark.getAttribute('aria-label');
  };
  const leave = ({ target }: Event): void => {
    if (!markAt(target)) return;
    rest();
    if (reading) reading.textContent = hint;
  };
  figure.addEventListener('pointerover', enter);
  figure.addEventListener('focusin', enter);
  figure.addEventListener('pointerout', leave);
  figure.addEventListener('focusout', leave);
  figure.addEventListener('keydown', (event) => {
    const mark = markAt(event.target);
    const next = mark && nextMark(mark, event.key);
    if (!next) return;
    event.preventDefault();
    for (const one of marksOf(next.closest('[data-row]'))) one.setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
    next.focus();
  });
}

/** The mark that a key leads to: along its row by date, or to the nearest date of the row above or below. */
function nextMark(mark: SVGAElement, key: string): SVGAElement | undefined {
  const row = mark.closest('[data-row]');
  const marks = marksOf(row);
  const at = marks.indexOf(mark);
  if (key === 'ArrowRight') return marks[at + 1];
  if (key === 'ArrowLeft') return marks[at - 1];
  if (key === 'Home') return marks[0];
  if (key === 'End') return marks.at(-1);
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
  const other = key === 'ArrowUp' ? row?.previousElementSibling : row?.nextElementSibling;
  const distance = (one: SVGAElement): number => Math.abs(placeOf(one)[0] - placeOf(mark)[0]);
  return marksOf(other ?? null).sort((a, b) => distance(a) - distance(b))[0];
}

/** Marks an actor's statements and joins those on the record, each held until the next; reports are not joined. */
function traceIn(chart: SVGSVGElement, actor: string): void {
  const on = marksOf(chart).filter((mark) => {
    const isOn = mark.dataset.actor === actor;
    mark.toggleAttribute('data-on', isOn);
    return isOn;
  });
  const places = on
    .filter(({ dataset }) => dataset.joined !== undefined)
    .map(placeOf)
    .sort(([a], [b]) => a - b);
  const line = places.map(([x, y], index) =>
    index === 0 ? `M${String(x)} ${String(y)}` : `H${String(x)}V${String(y)}`,
  );
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', line.join(''));
  chart.querySelector('[data-trace]')?.replaceChildren(path);
}

function marksOf(parent: Element | null): SVGAElement[] {
  return [...(parent?.querySelectorAll<SVGAElement>('.mark') ?? [])];
}

function markAt(target: EventTarget | null): SVGAElement | null {
  return target instanceof Element ? target.closest<SVGAElement>('.mark') : null;
}

/** Centre of a mark, in the picture's own pixels. */
function placeOf(mark: SVGAElement): readonly [number, number] {
  const circle = mark.querySelector('circle');
  return [Number(circle?.getAttribute('cx')), Number(circle?.getAttribute('cy'))];
}
