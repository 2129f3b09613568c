import { buildContent } from '../../../src/story/buildContent.ts';
import { parseContent } from '../../../src/story/parseContent.ts';
import type { Published } from '../../../src/data/dataset.ts';
import type { TroopRecord } from '../../../src/record/troopRecord.ts';
import { VALID } from '../story/fixtures.ts';

/** The record of the tale: invented countries, three corrections. */
export const { record: TALE } = buildContent(parseContent(VALID));

/** Where the tale is published. */
export const PUBLISHED: Published = {
  site: 'https://host.example/x/',
  title: 'The tale',
  question: 'Who would go to Uqbar?',
};

/** What people put into fields to break files that carry them. */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}} ${x}',
  '</style></title></script><script>',
  '<!--<script>',
  'line\u2028separator\u2029s',
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  ' =1',
  "'=1",
  "''-1",
  '＝1',
  'a,b;c',
  'say "no"',
  'two\r\nlines',
  '\n',
  ' ends ',
  "it's",
  "'quoted'",
  '',
];

/** The tale with a text in every free field of its first position and that one's source. */
export function taleWith(text: string): TroopRecord {
  const [first, ...others] = TALE.positions;
  if (!first) throw new Error('the tale has no position');
  const [sourceId = ''] = first.sources;
  const source = TALE.sources.get(sourceId);
  if (!source) throw new Error(`the tale has no source ${sourceId}`);
  const position = {
    ...first,
    paraphrase: text,
    note: text,
    speaker: { name: text, role: text },
    quote: { text, language: 'en', note: text },
  };
  return {
    ...TALE,
    positions: [position, ...others],
    sources: new Map([...TALE.sources, [sourceId, { ...source, title: text, outlet: text }]]),
  };
}
