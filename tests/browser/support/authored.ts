/**
 * What the authors' files say, read here without the site's own code: an independent witness of what a
 * page must hold.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../../scripts/setup.mjs';

/** A step as its file has it. */
export interface AuthoredStep {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  /** Ids of the positions that the step speaks of. */
  readonly spotlight: readonly string[];
}

/** A statement of the record, as far as the tests look at it. */
export interface AuthoredPosition {
  readonly id: string;
  readonly actor: string;
  /** A day or a month, "2026-02-28" or "2026-02". */
  readonly date: string;
  readonly stance: string;
  readonly attribution: 'on-record' | 'reported' | 'unnamed-sources';
  readonly sources: readonly string[];
}

const content = join(root, 'content');
const STEPS = 'stories/troops-for-ukraine/en';

/** The story's steps in reading order; passages between them are left out. */
export const authoredSteps: readonly AuthoredStep[] = readdirSync(join(content, STEPS))
  .sort()
  .flatMap((name) => {
    const front = /^---\n(.*?)\n---/s.exec(read(`${STEPS}/${name}`))?.[1] ?? '';
    const fields = parse(front) as Omit<AuthoredStep, 'id'> & { kind?: string };
    if (fields.kind === 'passage') return [];
    return [{ ...fields, id: name.replace(/^\d+-/, '').replace(/\.mdx$/, '') }];
  });

/** Every statement of the record by id. */
export const authoredPositions: ReadonlyMap<string, AuthoredPosition> = new Map(
  readdirSync(join(content, 'record/positions'))
    .flatMap((name) => parse(read(`record/positions/${name}`)) as AuthoredPosition[])
    .map((position) => [position.id, position]),
);

/** Actors' names by id. */
export const actorNames: ReadonlyMap<string, string> = new Map(
  (parse(read('record/actors.yml')) as { id: string; name: string }[]).map(({ id, name }) => [
    id,
    name,
  ]),
);

/** Addresses of the sources by id. */
export const sourceAddresses: ReadonlyMap<string, string> = new Map(
  Object.entries(parse(read('record/sources.yml')) as Record<string, { url: string }>).map(
    ([id, { url }]) => [id, url],
  ),
);

/** The positions a step speaks of, in its order. */
export function positionsOfStep({ spotlight }: AuthoredStep): readonly AuthoredPosition[] {
  return spotlight.map((id) => authoredPositions.get(id)!);
}

/** A day as the page writes it: "26 February 2024"; a month as "February 2024". */
export function longDate(date: string): string {
  const [year = '', month = '01', day] = date.split('-');
  const name = MONTHS[Number(month) - 1] ?? '';
  return [...(day ? [String(Number(day))] : []), name, year].join(' ');
}

/** A day as a source line writes it: "26 Feb 2024"; a month as "Feb 2024". */
export function shortDate(date: string): string {
  return longDate(date).replace(/(\p{L}{3})\p{L}*/u, '$1');
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
];

function read(path: string): string {
  return readFileSync(join(content, path), 'utf8');
}
