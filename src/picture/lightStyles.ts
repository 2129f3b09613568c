import { STANCES } from '../schema/vocabulary.ts';

/** Custom properties by name (`--ink`) with their values. */
export type Roles = Readonly<Record<string, string>>;

/** What a map's shapes need; texts are set elsewhere and nothing moves in a picture. */
const SHAPE_PROPERTIES = /^(fill|stroke|opacity|display)\b/;
const COMMENT = /\/\*.*?\*\//gs;
const AT_RULE = /@[^{};]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g;
const RULE = /([^{}]+)\{([^{}]*)\}/g;
/** Commas between selectors, not those inside `:not(…)`. */
const BETWEEN_SELECTORS = /,(?![^(]*\))/;

/** The light roles of the palette, from the text of `tokens.css`; font stacks are no colours and left out. */
export function lightRoles(tokens: string): Roles {
  const [, declarations = ''] = /:root\s*\{([^{}]*)\}/.exec(tokens.replace(COMMENT, '')) ?? [];
  const colours = declarationsIn(declarations).filter(
    ([name, value]) => name.startsWith('--') && !value.includes('var('),
  );
  return Object.fromEntries(colours);
}

/**
 * The rules of `map.css` for a renderer without custom properties, `calc` and media: roles by value, the
 * fill of a stance as one rule a stance, strokes in picture pixels. Throws on a role that has no value.
 */
export function flatStyles(css: string, roles: Roles, pixel: number): string {
  const text = css.replace(COMMENT, '').replace(AT_RULE, '');
  return [...text.matchAll(RULE)]
    .flatMap(([, selectors = '', body = '']) => {
      const shape = declarationsIn(body).filter(([name]) => SHAPE_PROPERTIES.test(name));
      return flatRules(selectors.split(BETWEEN_SELECTORS), shape, {
        ...roles,
        '--thin': String(pixel),
      });
    })
    .join('\n');
}

type Declaration = readonly [name: string, value: string];

function declarationsIn(body: string): readonly Declaration[] {
  return body.split(';').flatMap((line) => {
    const [, name, value] = /^\s*([\w-]+)\s*:\s*(.+?)\s*$/s.exec(line) ?? [];
    return name !== undefined && value !== undefined ? [[name, value] as const] : [];
  });
}

function flatRules(
  selectors: readonly string[],
  declarations: readonly Declaration[],
  roles: Roles,
): readonly string[] {
  const isByStance = ([, value]: Declaration): boolean => value.includes('var(--fill)');
  const common = declarations.filter((declaration) => !isByStance(declaration));
  const byStance = declarations.filter(isByStance);
  return [
    ...ruleOf(selectors, common, roles),
    ...STANCES.flatMap((stance) =>
      ruleOf(
        selectors.map((selector) => `${selector.trim()}[data-stance='${stance}']`),
        byStance,
        { ...roles, '--fill': roleOf(roles, `--${stance}`) },
      ),
    ),
  ];
}

function ruleOf(
  selectors: readonly string[],
  declarations: readonly Declaration[],
  roles: Roles,
): readonly string[] {
  if (declarations.length === 0) return [];
  const body = declarations
    .map(([name, value]) => `${name}:${inPixels(inRoles(value, roles))}`)
    .join(';');
  return [`${selectors.map((selector) => selector.trim()).join()}{${body}}`];
}

function inPixels(value: string): string {
  return value.replace(
    /calc\(([\d.]+)px \* ([\d.]+)\)/g,
    (_, length: string, times: string) =>
      `${String(Math.round(Number(length) * Number(times) * 100) / 100)}px`,
  );
}

/** A CSS value with its roles by value; throws on a role that has none. */
export function inRoles(value: string, roles: Roles): string {
  return value.replace(/var\((--[\w-]+)[^()]*\)/g, (_, name: string) => roleOf(roles, name));
}

function roleOf(roles: Roles, name: string): string {
  const value = roles[name];
  if (value === undefined) throw new Error(`inRoles: no light value for "${name}"`);
  return value;
}
