import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkContent } from '../../../src/story/checkContent.ts';
import { formatProblems } from '../../../src/story/formatProblems.ts';
import { CODES } from '../../../src/story/problem.ts';
import type { ContentFile } from '../../../src/story/sourceText.ts';
import { VALID } from './fixtures.ts';

/** What authors, editors and bad luck put into files. */
const PIECES = [
  ...[
    '---',
    '\n---\n',
    '{',
    '}',
    '[',
    ']',
    '<',
    '>',
    '<Count',
    '/>',
    '{...x}',
    '`',
    '```',
    '|',
    '&a ',
    '*a',
    '!!int ',
  ],
  ...[
    '- ',
    ': ',
    ':',
    '"',
    "'",
    '#',
    '%',
    '@',
    '\t',
    '\r',
    '\r\n',
    '\n',
    '\n\n',
    '  ',
    '\u0000',
    '\u202E',
    '\uFEFF',
  ],
  ...[
    '\uD800',
    '😀',
    'é',
    '\u2028',
    '12',
    'dozen',
    "'2024-02-30'",
    '2024-03',
    'null',
    '~',
    'true',
    '1e999',
    '-0',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'FRD',
    'frd-2024-03-01',
    'syl-2024-06-20',
    'ready',
    'low',
    'false',
  ],
  ...[
    'id: x',
    'sets_standing: false',
    'kind: passage',
    '<<: *x',
    '? [a]',
    '![x](y)',
    '[x](javascript:y)',
    '&#0;',
  ],
  ...['[['.repeat(200), '- '.repeat(200), '{"a":'.repeat(100), 'x'.repeat(5000), '<Quote from="'],
];

/** A cut out of a file's text, by fractions of its length, and what is put there. */
const edit = fc.record({
  file: fc.nat(),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat({ max: 3 }), fc.nat({ max: 60 })),
  piece: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 }), fc.constant('')),
});
const lines = fc.record({
  file: fc.nat(),
  from: fc.nat(),
  to: fc.nat(),
  how: fc.constantFrom('cut', 'double', 'swap'),
});
const whole = fc.record({
  file: fc.nat(),
  to: fc.constantFrom(
    'remove',
    'empty',
    'stories/tale/en/040-x.mdx',
    'record/positions/zzz.yml',
    'a.png',
  ),
});

type Mutation = (files: readonly ContentFile[]) => readonly ContentFile[];

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  {
    weight: 6,
    arbitrary: edit.map(
      (one): Mutation =>
        (files) =>
          onFile(files, one.file, (text) => {
            const from = Math.floor(one.at * text.length);
            return text.slice(0, from) + one.piece + text.slice(from + one.length);
          }),
    ),
  },
  {
    weight: 3,
    arbitrary: lines.map(
      (one): Mutation =>
        (files) =>
          onFile(files, one.file, (text) => moved(text, one)),
    ),
  },
  {
    weight: 1,
    arbitrary: whole.map(
      (one): Mutation =>
        (files) =>
          onWhole(files, one),
    ),
  },
);

function onFile(
  files: readonly ContentFile[],
  index: number,
  edited: (text: string) => string,
): readonly ContentFile[] {
  const chosen = files[index % files.length];
  return files.map((file) =>
    file === chosen ? { path: file.path, text: edited(file.text) } : file,
  );
}

function moved(
  text: string,
  { from, to, how }: { readonly from: number; readonly to: number; readonly how: string },
): string {
  const all = text.split('\n');
  const [line = ''] = all.splice(from % all.length, how === 'double' ? 0 : 1);
  if (how !== 'cut') {
    all.splice(
      to % (all.length + 1),
      0,
      how === 'double' ? (all[from % all.length] ?? line) : line,
    );
  }
  return all.join('\n');
}

function onWhole(
  files: readonly ContentFile[],
  { file, to }: { readonly file: number; readonly to: string },
): readonly ContentFile[] {
  const chosen = files[file % files.length]!;
  const others = files.filter((one) => one !== chosen);
  if (to === 'remove') return others.length === 0 ? files : others;
  return [
    ...others.filter(({ path }) => path !== to),
    to === 'empty' ? { ...chosen, text: '' } : { ...chosen, path: to },
  ];
}

it('checkContent(files) never throws, and points into files that exist, whatever is done to them', () => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
      const files = mutations.reduce((all, mutate) => mutate(all), VALID);
      const problems = checkContent(files);
      const lengths = new Map(files.map(({ path, text }) => [path, text.split('\n')]));
      for (const { file, line, column, code, found, expected } of problems) {
        expect(CODES).toContain(code);
        expect(found).not.toBe('');
        expect(expected).not.toBe('');
        const inFile = lengths.get(file);
        if (code === 'E-MISSING-FILE') {
          expect([inFile, line, column]).toEqual([undefined, 1, 1]);
        } else {
          expect(inFile, `${file} exists`).toBeDefined();
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(inFile!.length);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual(inFile![line - 1]!.length + 1);
        }
      }
      expect(formatProblems(problems)).not.toMatch(/[\u0000\u202E\uFEFF]|undefined|\[object/u);
    }),
    { numRuns: 2000 },
  );
}, 300_000);

it('checkContent(files) finds something when a line of the record is lost', () => {
  const required = /^\s+(?:actor|date|stance|about|attribution|paraphrase|confidence|name|role): /u;
  const lost = VALID.filter(({ path }) => path.startsWith('record/positions/')).flatMap(
    ({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, index, all) =>
          required.test(line) ? [{ path, text: all.toSpliced(index, 1).join('\n') }] : [],
        ),
  );
  expect(lost.length).toBeGreaterThan(80);
  for (const file of lost) {
    const problems = checkContent(VALID.map((one) => (one.path === file.path ? file : one)));
    expect(problems.map(({ code }) => code)).toContain('E-MISSING-KEY');
  }
});
