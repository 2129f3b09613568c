import { attributes, escapeText } from '../render/svgText.ts';

/*
 * The codes that editors paste: pure text, made at build and again in the generator's page. Addresses begin
 * with the site's own, so the same functions serve sample hosts on the site itself.
 */

/** How a frame is coloured: as given, or as the reader's system prefers. */
export const THEMES = ['light', 'dark', 'auto'] as const;
export type Theme = (typeof THEMES)[number];

/** A step as the codes name it. */
export interface CodeStep {
  /** Its id; empty for the first screen, which has no picture. */
  readonly id: string;
  readonly title: string;
  /** What its picture shows, for those who do not see it. */
  readonly alt: string;
  /** Subject and as-of day of its map: "Combat troops, as of 5 March 2025". */
  readonly shows: string;
}

/** A story as the codes name it. */
export interface CodeStory {
  /** Full address of the site with its last slash; "/" within the site. */
  readonly base: string;
  readonly title: string;
  readonly question: string;
  readonly steps: readonly CodeStep[];
}

/** What an editor chooses for a scroller. */
export interface ScrollerOptions {
  readonly theme: Theme;
  /** Height of what sticks to the top of the page around it, in pixels. */
  readonly top: number;
}

/** Sizes in the codes, in pixels: heights are attributes as well, since sanitizers drop styles. */
export const STEPPER_SIZE = { width: 640, height: 720 } as const;
export const PICTURE_SIZE = { width: 720, height: 540 } as const;

/** Height of a section of the duo, in hundredths of the window. */
const SECTION_HEIGHT = 110;

/** A frame of another origin may run scripts and open links, and nothing else. */
const SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

const LICENCE = 'CC BY 4.0';

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Where a story is read whole, or begun at a step. */
export function storyAddress({ base }: CodeStory, step = ''): string {
  return step ? `${base}#${step}` : base;
}

/** Addresses of a step's pictures. */
export function pictureAddress(
  { base }: CodeStory,
  step: string,
  form: 'png' | '@2x.png' | 'svg',
): string {
  return `${base}embed/story/step/${step}${form === '@2x.png' ? form : `.${form}`}`;
}

/** Line that says whose map it is, of which day, and where its sources are; may be cut by nobody. */
export function creditOf(story: CodeStory, { id, shows }: CodeStep): string {
  const link = element('a', { href: storyAddress(story, id) }, escapeText(story.title));
  return `${escapeText(shows)}. Map: ${link}, ${LICENCE}; every position with its source`;
}

/** A picture of a step with what it shows, its day and its source. */
export function pictureCode(story: CodeStory, step: CodeStep, form: 'png' | 'svg' = 'png'): string {
  const sharp = pictureAddress(story, step.id, '@2x.png');
  const image = empty('img', {
    src: pictureAddress(story, step.id, form),
    srcset: form === 'png' ? `${sharp} 2x` : undefined,
    alt: step.alt,
    ...PICTURE_SIZE,
    loading: 'lazy',
    style: 'max-width:100%;height:auto',
  });
  return `<figure>\n ${image}\n <figcaption>${creditOf(story, step)}</figcaption>\n</figure>`;
}

/** The whole story in one frame, a step at a time, begun at a step if one is given. */
export function stepperCode(
  story: CodeStory,
  { step = '', theme }: { readonly step?: string; readonly theme: Theme },
): string {
  const first = story.steps.find(({ id }) => id === step);
  const from = first ? `, from “${first.title}”` : '';
  return frame({
    src: frameAddress(story, '', { step, theme }),
    title: `${story.title}: map story in ${String(story.steps.length)} steps${from}`,
    width: '100%',
    height: STEPPER_SIZE.height,
    style: `width:100%;height:min(90vh,${String(STEPPER_SIZE.height)}px);border:0;${scheme(theme)}`,
    loading: 'lazy',
  });
}

/** One step's map with its text in a frame, without buttons. */
export function stepMapCode(
  story: CodeStory,
  { step, theme }: { readonly step: CodeStep; readonly theme: Theme },
): string {
  return frame({
    src: frameAddress(story, `step/${step.id}/`, { theme }),
    title: `${story.title}, map: ${step.title}`,
    width: '100%',
    height: STEPPER_SIZE.height,
    style: `width:100%;height:${String(STEPPER_SIZE.height)}px;border:0;${scheme(theme)}`,
    loading: 'lazy',
  });
}

/**
 * The story that scrolls with the page around it, without a script there: a map that stays and a tall text
 * beside it. The instance's id must differ between duos of one page.
 */
export function duoCode(
  story: CodeStory,
  { theme, top, instance }: ScrollerOptions & { readonly instance: string },
): string {
  const steps = story.steps.length;
  const map = frame({
    src: frameAddress(story, 'map/', { n: instance, theme }),
    title: `${story.title}: the map, changes as you read (${instance})`,
    width: '100%',
    height: STEPPER_SIZE.height,
    style: [
      `position:sticky;top:${String(top)}px;display:block;width:100%`,
      `height:${top ? `calc(100vh - ${String(top)}px)` : '100vh'};border:0;${scheme(theme)}`,
    ].join(';'),
  });
  const text = frame({
    src: frameAddress(story, 'text/', { n: instance, theme }),
    title: `${story.title}: the text, ${String(steps)} steps (${instance})`,
    width: '100%',
    height: steps * STEPPER_SIZE.height,
    style: [
      'position:absolute;top:0;left:0;width:min(480px,100%)',
      `height:100%;border:0;${scheme(theme)}`,
    ].join(';'),
  });
  const style = `position:relative;height:${String((steps + 1) * SECTION_HEIGHT)}vh`;
  return element('div', { style }, `\n ${map}\n ${text}\n`);
}

/** What an editor chooses for the element: its tag, and which address of the script. */
export interface ElementOptions extends ScrollerOptions {
  /** Some editors lose tags that they do not know. */
  readonly tag: 'nothing-ruled-out' | 'div';
  /** The script's folder, "v1" or a full version. */
  readonly version: string;
  /** Hash of an immutable script; leave out for an address that gets fixes. */
  readonly integrity?: string | undefined;
}

/**
 * The story as an element of the page around it: its text and pictures stand in that page and are read where
 * no script runs; the script makes them captions over a map that stays.
 */
export function elementCode(story: CodeStory, body: string, options: ElementOptions): string {
  const { tag, theme, top, version, integrity } = options;
  const opening = attributes({
    'data-nothing-ruled-out': tag === 'div',
    'data-theme': theme === 'auto' ? 'light' : theme,
    title: `${story.title}: the map, changes as you read`,
    style: top ? `--nothing-ruled-out-top:${String(top)}px` : undefined,
  });
  const script = element('script', {
    async: true,
    src: `${story.base}embed/${version}/story.js`,
    integrity,
    crossorigin: integrity === undefined ? undefined : 'anonymous',
  });
  return `<${tag}${opening}>\n${body}\n</${tag}>\n${script}`;
}

/** The part of an element's code that no option changes: the story itself. */
export function bodyOfElement(code: string): string {
  return code.slice(code.indexOf('\n') + 1, code.lastIndexOf('\n</'));
}

/** A step's text beside its picture: narration as HTML, and its statements, one line of HTML each. */
export interface CodeText {
  readonly narration: string;
  readonly evidence: readonly string[];
}

/** The story as a list of steps, each with picture, finding, text, and dated evidence with its sources. */
export function elementBody(story: CodeStory, texts: readonly CodeText[]): string {
  const items = story.steps.map((step, index) => {
    const image = empty('img', {
      src: pictureAddress(story, step.id, 'png'),
      alt: step.alt,
      ...PICTURE_SIZE,
      loading: 'lazy',
      style: 'max-width:100%;height:auto',
    });
    const { narration, evidence } = texts[index] ?? { narration: '', evidence: [] };
    const small = [creditOf(story, step), ...evidence].join('<br>');
    return `<li>${image}\n<h3>${escapeText(step.title)}</h3>\n${narration}\n<p><small>${small}</small></p></li>`;
  });
  const name = escapeText(`${story.title}: ${story.question}`);
  const title = element('a', { href: storyAddress(story) }, name);
  return `<p>${title}</p>\n<ol>\n${items.join('\n')}\n</ol>`;
}

/** The stepper for AMP pages, which allow frames of other origins with a placeholder alone. */
export function ampCode(story: CodeStory, step: CodeStep): string {
  const placeholder = element('amp-img', {
    placeholder: true,
    layout: 'fill',
    src: pictureAddress(story, step.id, 'png'),
    alt: step.alt,
  });
  const more = element(
    'button',
    { overflow: true, 'aria-label': 'Show the whole map story' },
    'Show more',
  );
  const options = {
    ...STEPPER_SIZE,
    layout: 'responsive',
    resizable: true,
    sandbox: SANDBOX,
    title: `${story.title}: map story in ${String(story.steps.length)} steps`,
    src: frameAddress(story, '', { theme: 'light' }),
  };
  return element('amp-iframe', options, `\n ${placeholder}\n ${more}\n`);
}

/** What a page's own policy must let in for a code, as directives to add. */
export const POLICY_NEEDS = {
  picture: ['img-src'],
  frame: ['frame-src'],
  element: ['script-src', 'frame-src', 'img-src'],
} as const;

/** The line that a host with a content security policy adds for a code. */
export function policyLine(kind: keyof typeof POLICY_NEEDS, origin: string): string {
  return POLICY_NEEDS[kind].map((directive) => `${directive} ${origin}`).join('; ');
}

function frameAddress(
  { base }: CodeStory,
  path: string,
  query: Readonly<Record<string, string>>,
): string {
  const given = Object.entries(query).filter(([, value]) => value !== '');
  return `${base}embed/story/${path}?${given.map(([key, value]) => `${key}=${value}`).join('&')}`;
}

function frame(options: Attributes): string {
  const rules = { scrolling: 'no', referrerpolicy: 'no-referrer', sandbox: SANDBOX };
  return element('iframe', { ...options, ...rules });
}

/** A frame whose scheme differs from that of its page is opaque in browsers. */
function scheme(theme: Theme): string {
  return `color-scheme:${theme === 'auto' ? 'light dark' : theme}`;
}

function element(name: string, options: Attributes, inside = ''): string {
  return `<${name}${attributes(options)}>${inside}</${name}>`;
}

function empty(name: string, options: Attributes): string {
  return `<${name}${attributes(options)}>`;
}
