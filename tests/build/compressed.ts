import { gzipSync } from 'node:zlib';

/** Bytes of a file as a server sends it: gzip at level 9. */
export function compressed(content: string | Buffer): number {
  return gzipSync(content, { level: 9 }).length;
}
