// @ts-check
/**
 * Pages of other people with the story in them, as text: what the embeds are tested in. Pure; the browser
 * tests and the runs in other engines share them.
 */

/**
 * @typedef {object} HostOptions
 * @property {string} [css] style sheet of the host
 * @property {string} [html] attributes of its root element
 * @property {string} [head] more of its head
 * @property {string} [title]
 */

/** How the project's element and messages are called. */
export const NAME = 'nothing-ruled-out';

/** What a host's editor pastes around an embed: text before and after, enough of it to scroll. */
const PLAIN = `
  body { margin: 0; font: 16px/1.5 sans-serif; }
  .text { height: 120vh; padding: 1rem; }
`;

/** A host's sheet that reaches for everything. */
export const HOSTILE = `
  html { font-size: 62.5% !important; }
  * { box-sizing: content-box; line-height: 3; letter-spacing: 3px; text-transform: uppercase; font-family: cursive; }
  h2, h3 { color: lime !important; font-size: 9px !important; }
  p, li, ol { margin: 50px !important; list-style: square inside !important; }
  img, svg { max-width: 50px !important; }
  div { padding: 33px; background: hotpink; float: left; }
  iframe { max-width: 300px !important; height: 150px !important; position: static !important; }
  :root { --i: hotpink; --p: lime; --paper: lime; }
`;

/**
 * A host's page around the given embeds.
 * @param {string} body
 * @param {HostOptions} [options]
 * @returns {string}
 */
export function hostPage(body, { css = '', html = '', head = '', title = 'A host' } = {}) {
  return `<!doctype html><html lang="en" ${html}><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<link rel="icon" href="data:,"><style>${PLAIN}${css}</style>${head}</head>
<body><main><h1>${title}</h1><p class="text">Before the story.</p>
${body}
<p class="text">After the story.</p></main></body></html>`;
}

/**
 * @typedef {object} FrameOptions
 * @property {string} [query] of the frame's address, with "?"
 * @property {string | null} [sandbox] null for no such attribute
 * @property {string} [title]
 * @property {string} [style] after the frame's own
 */

const ALL = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/** @param {string | null} sandbox */
const sandboxed = (sandbox) => (sandbox === null ? '' : ` sandbox="${sandbox}"`);

/**
 * The story in one frame, a step at a time.
 * @param {string} site address of our site, with its last slash
 * @param {FrameOptions} [options]
 * @returns {string}
 */
export function stepperCode(
  site,
  { query = '', sandbox = ALL, title = 'The story, in steps', style = '' } = {},
) {
  return `<iframe src="${site}embed/story/${query}" title="${title}" width="100%" height="720"
 style="width:100%;height:min(90vh,720px);border:0;color-scheme:light;${style}" scrolling="no"
 referrerpolicy="no-referrer"${sandboxed(sandbox)}></iframe>`;
}

/**
 * A map that stays and a tall frame with the text over it; no script of the host.
 * @param {string} site address of our site, with its last slash
 * @param {FrameOptions & { n?: string, steps: number, withMap?: boolean }} options
 * @returns {string}
 */
export function duoCode(
  site,
  { n = 'a', steps, sandbox = ALL, withMap = true, title = 'Story', style = '' },
) {
  const rest = `border:0;color-scheme:light;${style}`;
  const attributes = `scrolling="no" referrerpolicy="no-referrer"${sandboxed(sandbox)}`;
  const map = `<iframe data-part="map" src="${site}embed/story/map/?n=${n}" title="${title}: map" ${attributes}
 style="position:sticky;top:0;display:block;width:100%;height:100vh;${rest}"></iframe>`;
  return `<div data-duo="${n}" style="position:relative;height:${(steps + 1) * 110}vh">
${withMap ? map : ''}
<iframe data-part="text" src="${site}embed/story/text/?n=${n}" title="${title}: text" ${attributes}
 style="position:absolute;top:0;left:0;width:min(480px,100%);height:100%;${rest}"></iframe></div>`;
}

/**
 * The story as text of the host, and the loader that brings it to life.
 * @param {string} site address of our site, with its last slash
 * @param {readonly string[]} titles headings of the steps
 * @param {{ tag?: 'element' | 'div', attributes?: string }} [options]
 * @returns {string}
 */
export function storyText(site, titles, { tag = 'element', attributes = '' } = {}) {
  const [open, close] = tag === 'div' ? [`div data-${NAME}=""`, 'div'] : [NAME, NAME];
  const picture =
    'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%22640%22 height=%22400%22/%3E';
  const items = titles.map(
    (title, index) =>
      `<li><img src="${picture}" alt="Map ${index + 1}" width="640" height="400"><h3>${title}</h3>
<p>Told in step ${index + 1}, with a <a href="${site}#s${index + 1}">source ${index + 1}</a>.</p></li>`,
  );
  return `<${open} ${attributes}><p><a href="${site}">The story</a></p><ol>${items.join('')}</ol></${close}>`;
}

/**
 * @param {string} site address of our site, with its last slash
 * @param {string} [version]
 * @returns {string}
 */
export function loaderScript(site, version = 'v1') {
  return `<script async src="${site}embed/${version}/story.js"></script>`;
}

/**
 * Headings of the story's steps, read from a finished text frame.
 * @param {string} html
 * @returns {string[]}
 */
export function titlesIn(html) {
  return [...html.matchAll(/<h2 id="[^"]*-title">(.*?)<\/h2>/gs)].map(([, title = '']) => title);
}
