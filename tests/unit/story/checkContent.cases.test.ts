import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/story/checkContent.ts';
import type { ContentFile } from '../../../src/story/sourceText.ts';
import { changed, VALID } from './fixtures.ts';

const FRD = 'record/positions/frd.yml';
const STEP = 'stories/tale/en/010-freedonia-speaks.mdx';
const LAST = 'stories/tale/en/030-where-it-stands.mdx';
const PASSAGE = 'stories/tale/en/020-between.mdx';
const STORY = 'stories/tale/story.yml';

/** "CODE line:column" of everything found. */
function found(files: readonly ContentFile[]): readonly string[] {
  return checkContent(files).map(({ code, line, column }) => `${code} ${line}:${column}`);
}

function hints(files: readonly ContentFile[]): readonly (string | undefined)[] {
  return checkContent(files).map(({ hint }) => hint);
}

describe('checkContent(files) about dates', () => {
  it.each([
    '2024-3-1',
    '03/01/2024',
    '2024-02-30',
    '2024-13-01',
    '0000-00-00',
    '2024-03-01T00:00:00Z',
  ])('refuses %s', (date) => {
    expect(found(changed(STEP, '2024-03-05', date))).toEqual(['E-DATE 3:7']);
  });

  it('refuses a date without quotes, which other readers of YAML take for a moment in time', () => {
    expect(found(changed(STEP, "'2024-03-05'", '2024-03-05'))).toEqual(['E-DATE 3:7']);
  });

  it('refuses a month where a step needs a day', () => {
    expect(found(changed(STEP, '2024-03-05', '2024-03'))).toEqual(['E-DATE 3:7']);
  });
});

describe('checkContent(files) about spotlights', () => {
  it('takes a month for its last day, so a step inside the month is too early', () => {
    const files = changed(
      LAST,
      /date: '2024-07-31'([\s\S]*)spotlight: \[.*\]/u,
      "date: '2024-06-29'$1spotlight: [rur-2024-06]",
    );
    expect(found(files)).toEqual(['E-SPOTLIGHT-FUTURE 6:13']);
    expect(checkContent(files)[0]?.found).toBe(
      'rur-2024-06, dated 2024-06 and so counted from its last day',
    );
  });

  it('lets what unnamed sources say be spotlighted while it stands', () => {
    expect(
      found(changed(LAST, 'frd-2024-05-10, syl-2024-06-20', 'syl-2024-06-20, syl-2024-03-05')),
    ).toEqual([]);
  });

  it('says when nothing of the actor stands', () => {
    const files = changed(STEP, 'frd-2024-03-01, syl-2024-03-05', 'eu-2024-04-02');
    expect(hints(files)).toEqual(['nothing of EU stands then on that question']);
  });

  it('refuses one listed twice', () => {
    expect(found(changed(STEP, 'syl-2024-03-05', 'frd-2024-03-01'))).toEqual([
      'E-LISTED-TWICE 5:29',
    ]);
  });
});

describe('checkContent(files) about actors', () => {
  it.each([
    ['FD', 'did you mean FRD?'],
    ['Freedonia', 'did you mean FRD?'],
    ['frd', 'did you mean FRD?'],
    ['FЯD', 'did you mean FRD? "Я" is U+042F'],
    ['constructor', undefined],
    ['__proto__', undefined],
  ])('hints at the id when it finds %s', (actor, hint) => {
    const [problem] = checkContent(changed(STEP, 'view: [FRD', `view: ["${actor}"`));
    expect([problem?.code, problem?.hint]).toEqual(['E-UNKNOWN-PLACE', hint]);
    expect({}).toEqual(Object.create(Object.prototype));
  });
});

describe('checkContent(files) about what an author types', () => {
  it.each(['twenty', 'Dozens', 'hundreds', '26', '1,290', '800', '٣'])(
    'refuses the number %s',
    (number) => {
      expect(found(changed(STEP, 'In the *valley*', `In ${number} *valleys*`))).toEqual([
        'E-TYPED-NUMBER 13:4',
      ]);
    },
  );

  it.each(['one', 'often', 'G7', 'tenth', 'anyone', 'weight'])('takes %s for no number', (word) => {
    expect(found(changed(STEP, 'In the *valley*', `In ${word} *valley*`))).toEqual([]);
  });

  it('looks for number words of the language of the file alone', () => {
    expect(found(changed('stories/tale/de/020-between.mdx', 'Der Artikel', 'Das Hundred'))).toEqual(
      [],
    );
    expect(found(changed('stories/tale/de/020-between.mdx', 'Der Artikel', 'Die 12'))).toEqual([
      'E-TYPED-NUMBER 5:5',
    ]);
  });

  it('lets a heading name a year and no other number', () => {
    expect(found(changed(LAST, 'Where it stands', 'Where it stands in 2024'))).toEqual([]);
    expect(found(changed(LAST, 'Where it stands', 'Seven stand'))).toEqual(['E-TYPED-NUMBER 2:8']);
    expect(found(changed(STORY, 'A tale of those', 'A tale of 7'))).toEqual([
      'E-TYPED-NUMBER 3:13',
    ]);
  });

  it.each(['\u202E', '\u2066', '\u200B', '\u0000', '\uD800', '\r'])(
    'refuses a hidden character (%j)',
    (character) => {
      expect(found(changed(STEP, 'In the', `In ${character}the`))).toContain('E-CHARACTER 13:4');
    },
  );

  it('refuses one that hides behind an escape or entity', () => {
    expect(found(changed(STORY, 'The tale', '"The \\u202Etale"'))).toEqual(['E-CHARACTER 1:8']);
    expect(found(changed(STEP, 'In the', 'In &#x202E;the'))).toEqual(['E-CHARACTER 13:1']);
  });

  it('takes a byte order mark and Windows line ends', () => {
    const files = VALID.map(({ path, text }) => ({
      path,
      text: `\uFEFF${text.replaceAll('\n', '\r\n')}`,
    }));
    expect(found(files)).toEqual([]);
  });
});

describe('checkContent(files) about YAML', () => {
  it('keeps the text NO', () => {
    expect(found(changed('record/sources.yml', 'language: en', 'language: no'))).toEqual([]);
  });

  it('refuses aliases, so that no bomb of them goes off', () => {
    expect(
      found(
        changed('places/regions.yml', 'label: The valley', 'label: &v The valley\n  other: *v'),
      ),
    ).toContain('E-YAML 3:10');
  });

  it('survives nesting that no stack can hold', () => {
    expect(found(changed('places/regions.yml', /[\s\S]+/u, '['.repeat(20_000)))[0]).toMatch(
      /^E-YAML 1:/u,
    );
  });

  it('says once what one mistake is, and not what follows from it', () => {
    expect(found(changed('record/actors.yml', /[\s\S]+/u, '- id: [\n'))).toEqual(['E-YAML 1:8']);
    expect(found(changed(FRD, /^/u, '}'))).toEqual(['E-YAML 1:1']);
    expect(found(changed('record/sources.yml', /^/u, '}'))).toEqual(['E-YAML 1:1']);
  });
});

describe('checkContent(files) about addresses', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//herald.example',
    'https://user:pw@herald.example/',
    'file:///tmp/x',
    'https://herald.example./',
    'https://herald example/',
    'https:herald.example',
  ])('refuses %s in the record and in a link', (url) => {
    expect(found(changed('record/sources.yml', 'https://herald.example/no', url))).toEqual([
      'E-URL 10:8',
    ]);
    expect(found(changed(LAST, '(https://herald.example/open)', `(<${url}>)`))).toEqual([
      'E-URL 13:49',
    ]);
  });
});

describe('checkContent(files) about narration', () => {
  it('refuses a count in a passage, which has no day to count on', () => {
    expect(found(changed(PASSAGE, 'The article', '<Count stance="open" />'))).toEqual([
      'E-UNKNOWN-COMPONENT 6:1',
    ]);
  });

  it.each([
    ['{1 + 1}', 'E-BODY-CODE 6:1'],
    ['export const a = 1\n\n', 'E-BODY-CODE 6:1'],
    ['<Quote {...all} />', 'E-BODY-CODE 6:1'],
    ['<b>bold</b>', 'E-UNKNOWN-COMPONENT 6:1'],
    ['<></>', 'E-UNKNOWN-COMPONENT 6:1'],
    ['`code`', 'E-BODY-ELEMENT 6:1'],
    ['![picture](https://herald.example/a.png)', 'E-BODY-ELEMENT 6:1'],
    ['<!-- note -->', 'E-MDX 6:1'],
    ['{/* open', 'E-MDX 6:1'],
  ])('refuses %s', (text, expected) => {
    expect(found(changed(PASSAGE, 'The article', `${text} The article`))).toContain(expected);
  });

  it('takes comments, lists, quotations and emphasis', () => {
    const text = '{/* a note */}\n\n- *one*\n- **more**\n\n> said\n\nThe article';
    expect(found(changed(PASSAGE, 'The article', text))).toEqual([]);
  });

  it('finds a figure only as a word of its own', () => {
    expect(found(changed(LAST, 'value="26"', 'value="2"'))).toEqual(['E-FIGURE 12:48']);
    expect(found(changed(LAST, 'value="26"', 'value=""'))).toEqual(['E-FIGURE 12:48']);
    expect(found(changed(LAST, 'value="26"', 'value="26 watchmen"'))).toEqual([]);
  });

  it('names the attribute that is wrong', () => {
    expect(found(changed(STEP, 'of="states"', 'of="state"'))).toEqual(['E-UNKNOWN-VALUE 13:51']);
    expect(found(changed(STEP, 'rules-out opposes', 'rules-out oposes'))).toEqual([
      'E-UNKNOWN-STANCE 13:24',
    ]);
    expect(found(changed(STEP, 'of="states"', 'as="words"'))).toEqual([
      'E-UNKNOWN-ATTRIBUTE 13:62',
    ]);
    expect(found(changed(STEP, 'at="frd-2024-03-01"', 'at="frd-2024-03-02"'))).toEqual([
      'E-UNKNOWN-POSITION 11:10',
    ]);
  });
});

describe('checkContent(files) about contested points', () => {
  const CONTESTED = 'record/contested.yml';

  it('wants a text, a position at least and no other key', () => {
    expect(found(changed(CONTESTED, '[rur-2024-06]', '[]'))).toEqual(['E-VALUE 6:14']);
    expect(found(changed(CONTESTED, 'positions: [rur', 'position: [rur'))).toEqual([
      'E-MISSING-KEY 5:3',
      'E-UNKNOWN-KEY 6:3',
    ]);
  });

  it('may be none', () => {
    expect(found(changed(CONTESTED, /[^]*/u, '[]\n'))).toEqual([]);
  });
});

describe('checkContent(files) about files', () => {
  it('misses a file of the original in a translation, and in a language without any', () => {
    const files = VALID.filter(({ path }) => path !== 'stories/tale/de/020-between.mdx');
    expect(checkContent(files).map(({ file }) => file)).toEqual([
      'stories/tale/de/020-between.mdx',
    ]);
    const french = changed(STORY, '[en, de]', '[en, de, fr]');
    expect(checkContent(french).map(({ file }) => file.slice(13))).toEqual([
      'fr/010-freedonia-speaks.mdx',
      'fr/020-between.mdx',
      'fr/030-where-it-stands.mdx',
    ]);
  });

  it('refuses a language that the story does not name', () => {
    expect(found(changed(STORY, '[en, de]', '[en]'))).toEqual(Array(3).fill('E-TRANSLATION 1:1'));
  });

  it('refuses a scene in a translation', () => {
    expect(
      found(changed('stories/tale/de/020-between.mdx', 'title:', "date: '2024-03-05'\ntitle:")),
    ).toEqual(['E-UNKNOWN-KEY 2:1']);
  });

  it('misses story and claims when only steps are there', () => {
    const files = VALID.filter(({ path }) => !/(?:story|claims)\.yml$/u.test(path));
    expect(
      checkContent(files)
        .filter(({ code }) => code === 'E-MISSING-FILE')
        .map(({ file }) => file),
    ).toEqual(['stories/tale/claims.yml', STORY]);
  });
});

describe('checkContent(files) about the record', () => {
  it('refuses an id that names a day where only the month is established', () => {
    const files = changed('record/positions/rur.yml', 'id: rur-2024-06', 'id: rur-2024-06-05');
    expect(found(files)).toContain('E-ID-MISMATCH 15:7');
  });

  it('wants a note where the article differs', () => {
    expect(found(changed('stories/tale/claims.yml', '  note: Nobody measured it.\n', ''))).toEqual([
      'E-MISSING-KEY 14:3',
    ]);
  });

  it('wants kinds that fit the ids, and pill codes of their own', () => {
    expect(found(changed('record/actors.yml', 'kind: organisation', 'kind: country'))).toEqual([
      'E-ID-MISMATCH 29:9',
    ]);
    expect(found(changed('record/actors.yml', 'code: SY', 'code: FD'))).toEqual([
      'E-DUPLICATE-ID 9:9',
    ]);
  });

  it('wants lines to name their own sources, and bands lines and claims that exist', () => {
    expect(
      found(changed('places/front.yml', 'source: courier-june', 'source: courier-july')),
    ).toEqual(['E-UNKNOWN-SOURCE 7:15']);
    expect(
      found(changed('places/front.yml', 'follows: line_of_the_tale', 'follows: line')),
    ).toEqual(['E-UNKNOWN-PLACE 21:12']);
    expect(found(changed('places/front.yml', 'claim: article-02', 'claim: article-03'))).toEqual([
      'E-UNKNOWN-CLAIM 22:10',
    ]);
  });

  it('wants the region that the first screen shows', () => {
    expect(found(changed('places/regions.yml', 'europe:', 'elsewhere:'))).toEqual([
      'E-MISSING-KEY 1:1',
    ]);
  });

  it('wants each member once', () => {
    expect(found(changed('places/members.yml', "RUR: '2024-04-01'", "FRD: '2024-04-01'"))).toEqual([
      'E-LISTED-TWICE 6:5',
    ]);
    expect(found(changed('places/members.yml', '[FRD, SYL]', '[FRD, FRD]'))).toEqual([
      'E-LISTED-TWICE 2:17',
    ]);
  });

  it('wants every actor in one of the two lists', () => {
    expect(found(changed('record/standings.yml', '  - UQB', '  - UQB\n  - FRD'))).toEqual([
      'E-STANDING-LIST 3:8',
    ]);
    expect(found(changed('record/standings.yml', '  FRD: frd-2024-05-10\n', ''))).toEqual([
      'E-STANDING-LIST 2:1',
    ]);
  });
});
