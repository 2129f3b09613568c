const LIGHT = /^:root \{(?<roles>[^}]*)\}/m;
const DARK = /prefers-color-scheme: dark\) \{\s*:root \{(?<roles>[^}]*)\}/;

/**
 * The roles of the palette by name of the theme, so that a host can choose one whatever the reader's system
 * prefers. Made from the tokens themselves: expects a light and a dark block of roles, else throws.
 */
export function themeSheet(tokens: string): string {
  const [light, dark] = [LIGHT, DARK].map((block) => block.exec(tokens)?.groups?.roles);
  if (light === undefined || dark === undefined) {
    throw new Error('themeSheet: expected a light and a dark block of roles in the tokens');
  }
  return `@media screen{${rule('light', light)}${rule('dark', dark)}}`;
}

function rule(theme: string, roles: string): string {
  const colours = roles
    .split(';')
    .map((role) => role.trim())
    .filter((role) => role.startsWith('--') && !role.includes('-fallbacks'));
  return `:root[data-theme='${theme}']{color-scheme:${theme};${colours.join(';')}}`;
}
