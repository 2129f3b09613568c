import {
  bodyOfElement,
  duoCode,
  elementCode,
  pictureCode,
  stepMapCode,
  stepperCode,
  THEMES,
  type CodeStory,
} from './codes.ts';

/** What the page hands over beside its codes: the story, the immutable script and its hash. */
export interface GeneratorData {
  readonly story: CodeStory;
  readonly version: string;
  readonly integrity: string;
}

/** Greatest height of what sticks to a page's top, in pixels. */
const MOST_TOP = 300;

/** Makes the codes of a page anew as options change, copies them, and points the preview at them. */
function startGenerator(root: HTMLElement): void {
  const data = root.querySelector('[data-story-codes]')?.textContent;
  if (!data) return;
  const { story, version, integrity } = JSON.parse(data) as GeneratorData;
  const codes = new Map(
    [...root.querySelectorAll<HTMLTextAreaElement>('[data-code]')].map((area) => [
      area.dataset.code,
      area,
    ]),
  );
  const body = bodyOfElement(codes.get('element')?.value ?? '');
  const instance = Math.random().toString(36).slice(2, 8);
  const given = (name: string): string =>
    root.querySelector<HTMLInputElement | HTMLSelectElement>(`[data-option="${name}"]`)?.value ??
    '';

  const write = (name: string, code: string): void => {
    const area = codes.get(name);
    const bytes = root.querySelector(`[data-bytes="${name}"]`);
    if (area) area.value = code;
    if (bytes) bytes.textContent = String(new TextEncoder().encode(code).length);
  };
  const update = (): void => {
    const theme = THEMES.find((each) => each === given('theme')) ?? 'light';
    const top = Math.min(MOST_TOP, Math.max(0, Math.round(Number(given('top')) || 0)));
    const begin = given('step');
    const step = story.steps.find(({ id }) => id === begin) ?? story.steps[0];
    const isFixed = given('version') === 'fixed';
    write('stepper', stepperCode(story, { step: begin, theme }));
    write('duo', duoCode(story, { theme, top, instance }));
    const tag = given('tag') === 'div' ? 'div' : 'nothing-ruled-out';
    const script = isFixed ? { version, integrity } : { version: 'v1' };
    write('element', elementCode(story, body, { theme, top, tag, ...script }));
    if (step) {
      write('step', stepMapCode(story, { step, theme }));
      write('picture', pictureCode(story, step, given('form') === 'svg' ? 'svg' : 'png'));
    }
    const frame = root.querySelector<HTMLIFrameElement>('[data-preview]');
    if (!frame) return;
    const query = new URLSearchParams({ theme, top: String(top) });
    if (begin) query.set('step', begin);
    const path = `hosts/${given('host')}/${given('sample')}/`;
    const address = new URL(`${path}?${query.toString()}`, root.baseURI).href;
    if (frame.src !== address) frame.src = address;
    frame.width = given('width');
    const width = root.querySelector('[data-width]');
    if (width) width.textContent = `${given('width')} pixels`;
  };
  const copy = async (button: HTMLElement): Promise<void> => {
    const area = codes.get(button.dataset.copy);
    const status = button.parentElement?.querySelector('[role="status"]');
    if (!area || !status) return;
    area.select();
    status.textContent = '';
    status.textContent = await navigator.clipboard.writeText(area.value).then(
      () => 'Copied.',
      () => 'Selected. Copy it with Ctrl+C or ⌘C.',
    );
  };

  root.addEventListener('input', ({ target }) => {
    const { sample } = target instanceof HTMLElement ? target.dataset : {};
    const select = root.querySelector<HTMLSelectElement>('[data-option="sample"]');
    if (sample && select) select.value = sample;
    update();
  });
  for (const button of root.querySelectorAll<HTMLElement>('[data-copy]')) {
    button.addEventListener('click', () => void copy(button));
  }
  root.dataset.enhanced = '';
  update();
}

for (const root of document.querySelectorAll<HTMLElement>('[data-generator]')) startGenerator(root);
