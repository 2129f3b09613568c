const TAGS = /<[a-z][^<>]*>/g;
/** Attributes of ours that hold an address of the site. */
const IN_ATTRIBUTES = /(\s(?:href|src|srcset|content)=)"\/(?!\/)([^"]*)"/g;
/** Fonts in inline styles. */
const IN_STYLES = /url\((["']?)\/(?!\/)([^)"']*)\1\)/g;

/** A page whose root-absolute addresses ("/x/") begin with `prefix` instead ("../x/"). */
export function withRelativeAddresses(html: string, prefix: string): string {
  return html
    .replace(TAGS, (tag) =>
      tag.replace(IN_ATTRIBUTES, (_, start: string, path: string) => `${start}"${prefix}${path}"`),
    )
    .replace(
      IN_STYLES,
      (_, quote: string, path: string) => `url(${quote}${prefix}${path}${quote})`,
    );
}
