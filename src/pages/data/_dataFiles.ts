import { createHash } from 'node:crypto';
import { buildDataFiles, type DataFiles } from '../../data/dataFiles.ts';
import type { Published } from '../../data/dataset.ts';
import { getSite } from '../../site.ts';

/** What the files say of the site they are published on. */
export function publishedHere(): Published {
  const { title, question } = getSite().story;
  return { site: import.meta.env.SITE, title, question };
}

/** The files below `/data/`. */
export function dataFiles(): DataFiles {
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  return buildDataFiles(getSite().record, publishedHere(), sha256);
}
