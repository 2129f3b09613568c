import { createHash } from 'node:crypto';

const INLINE_STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g;
/** Scripts that run; data blocks (JSON-LD) are not scripts to a policy. */
const INLINE_SCRIPT =
  /<script(?![^>]*\ssrc=)(?![^>]*type="application\/)[^>]*>([\s\S]*?)<\/script>/g;
/** Style attributes stand in embed codes alone, which sample hosts show as other people's pages would. */
const STYLE_ATTRIBUTE = /<[a-z][^<>]*\sstyle="([^"&]*)"[^<>]*>/g;
/** Elements that are frames, or make some. */
const FRAME = /<(iframe|nothing-ruled-out)\s/;
/** An element whose script fetches the file that is named there. */
const INDEX = /<[a-z][^<>]*\sdata-index="/;

/**
 * A page with its content security policy as the first thing in its head (CSP Level 3). Nothing may load
 * from another origin; inline styles and scripts run by hash alone, style attributes of sample codes too.
 * Frames and fetched files are of this site, on pages that have some. What a `<meta>` policy cannot say
 * (`frame-ancestors`, `report-to`) is left to hosts.
 */
export function withPolicy(html: string): string {
  const styles = hashesOf(html, INLINE_STYLE);
  const scripts = hashesOf(html, INLINE_SCRIPT);
  const attributes = hashesOf(html, STYLE_ATTRIBUTE);
  const policy = [
    "default-src 'none'",
    `script-src 'self'${scripts}`,
    `style-src 'self'${styles}`,
    ...(attributes ? [`style-src-attr 'unsafe-hashes'${attributes}`] : []),
    ...(FRAME.test(html) ? ["frame-src 'self'"] : []),
    ...(INDEX.test(html) ? ["connect-src 'self'"] : []),
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return html.replace(/<head>(<meta charset="?utf-8"?\/?>)?/i, (head) => `${head}${meta}`);
}

function hashesOf(html: string, pattern: RegExp): string {
  const hashes = [...html.matchAll(pattern)].map(
    ([, text]) =>
      `'sha256-${createHash('sha256')
        .update(text ?? '')
        .digest('base64')}'`,
  );
  return [...new Set(hashes)].map((hash) => ` ${hash}`).join('');
}
