/** Attributes of ours that hold an address of the site. */
const IN_ATTRIBUTES = /(<[a-z][^<>]*?\s(?:href|src|content)=)"\/(?!\/)([^"]*)"/g;
/** Fonts in inline styles. */
const IN_STYLES = /url\((["']?)\/(?!\/)([^)"']*)\1\)/g;

/** A page whose root-absolute addresses ("/x/") begin with `prefix` instead ("../x/"). */
export function withRelativeAddresses(html: string, prefix: string): string {
  let before = '';
  let after = html;
  // A tag may hold two addresses and a match takes one a tag, so go on until nothing changes.
  while (after !== before) {
    before = after;
    after = after.replace(
      IN_ATTRIBUTES,
      (_, start: string, path: string) => `${start}"${prefix}${path}"`,
    );
  }
  return after.replace(
    IN_STYLES,
    (_, quote: string, path: string) => `url(${quote}${prefix}${path}${quote})`,
  );
}
