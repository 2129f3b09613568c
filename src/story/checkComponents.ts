import { STANCES } from '../schema/vocabulary.ts';
import { shown } from './characters.ts';
import { COMPONENTS, type AttributeSpec } from './componentSpecs.ts';
import { stancesIn } from './countFor.ts';
import { dayFor } from './dayFor.ts';
import { figureFor } from './figureFor.ts';
import type { KnownIds } from './knownIds.ts';
import { hintFor } from './nearest.ts';
import type { AttributeUse, ComponentUse } from './parseBody.ts';
import { problemAt, type FilePoint, type Problem } from './problem.ts';
import { quoteFor } from './quoteFor.ts';
import { referenceProblems } from './references.ts';
import type { Statement } from './statement.ts';

/** What the components of a narration may rest on. */
export interface ComponentContext {
  readonly statements: ReadonlyMap<string, Statement>;
  /** Ids of positions and claims, malformed ones too. */
  readonly known: KnownIds;
  /** False in a passage, which has no date and question to count on. */
  readonly hasScene: boolean;
}

/** Problems of one component: its name, its attributes, and whether the record holds what it asks for. */
export function componentProblems(
  use: ComponentUse,
  context: ComponentContext,
): readonly Problem[] {
  const spec = COMPONENTS.get(use.name);
  if (!spec) return [unknownComponent(use)];
  if (use.name === 'Count' && !context.hasScene) {
    const expected = 'Figure, When or Quote: a passage has no date to count on';
    return [problemAt(use.point, 'E-UNKNOWN-COMPONENT', '<Count> in a passage', expected)];
  }
  return [
    ...missingAttributes(use, spec),
    ...use.attributes.flatMap((attribute, index) =>
      attributeProblems(use, attribute, index, spec, context),
    ),
    ...valueProblems(use, context),
  ];
}

function unknownComponent({ name, point }: ComponentUse): Problem {
  const names = [...COMPONENTS.keys()];
  return problemAt(
    point,
    'E-UNKNOWN-COMPONENT',
    `<${name}>`,
    `one of ${names.join(', ')}`,
    hintFor(name, names),
  );
}

function missingAttributes(
  use: ComponentUse,
  spec: ReadonlyMap<string, AttributeSpec>,
): readonly Problem[] {
  const given = new Set(use.attributes.map(({ name }) => name));
  return [...spec].flatMap(([name, { required }]) =>
    required && !given.has(name)
      ? [
          problemAt(
            use.point,
            'E-MISSING-ATTRIBUTE',
            `<${use.name}> without ${name}`,
            `${name}="…"`,
          ),
        ]
      : [],
  );
}

function attributeProblems(
  use: ComponentUse,
  { name, value, point }: AttributeUse,
  index: number,
  specs: ReadonlyMap<string, AttributeSpec>,
  { known }: ComponentContext,
): readonly Problem[] {
  const spec = specs.get(name);
  if (!spec || use.attributes.findIndex((one) => one.name === name) < index) {
    const names = [...specs.keys()];
    const found = spec ? `${name} for the second time` : `the attribute ${shown(name)}`;
    const expected = `attributes of <${use.name}>: ${names.join(', ')}`;
    return [
      problemAt(
        point,
        'E-UNKNOWN-ATTRIBUTE',
        found,
        expected,
        spec ? undefined : hintFor(name, names),
      ),
    ];
  }
  if (spec.kind === 'stances') return stanceProblems(value, point);
  if (spec.kind === 'choice') return choiceProblems(value, spec.values, point);
  if (spec.kind === 'text') return [];
  return referenceProblems(value, point, {
    code: 'E-UNKNOWN-POSITION',
    known,
    expected: 'the id of a position or of a claim of this story',
  });
}

function stanceProblems(value: string, point: FilePoint): readonly Problem[] {
  const known: readonly string[] = STANCES;
  const words = stancesIn(value);
  return (words.length === 0 ? [''] : words)
    .filter((word) => !known.includes(word))
    .map((word) =>
      problemAt(
        point,
        'E-UNKNOWN-STANCE',
        shown(word),
        `one or more of ${known.join(', ')}`,
        hintFor(word, known),
      ),
    );
}

function choiceProblems(
  value: string,
  values: readonly string[],
  point: FilePoint,
): readonly Problem[] {
  if (values.includes(value)) return [];
  return [
    problemAt(
      point,
      'E-UNKNOWN-VALUE',
      shown(value),
      `one of ${values.join(', ')}`,
      hintFor(value, values),
    ),
  ];
}

/** What the page would print, asked of the same functions that the page asks. */
function valueProblems(use: ComponentUse, { statements }: ComponentContext): readonly Problem[] {
  const value = (name: string): string | undefined =>
    use.attributes.find((one) => one.name === name)?.value;
  const statement = statements.get(value('in') ?? value('at') ?? value('from') ?? '');
  if (!statement) return [];
  const at = (name: string): FilePoint =>
    use.attributes.find((one) => one.name === name)?.point ?? use.point;
  const figure = value('value');
  if (use.name === 'Figure' && figure !== undefined && figureFor(statement, figure) === undefined) {
    return [
      problemAt(
        at('value'),
        'E-FIGURE',
        shown(figure),
        `a figure that stands in the paraphrase, quote or note of ${statement.id}`,
      ),
    ];
  }
  if (use.name === 'Quote' && quoteFor(statement) === undefined) {
    return [
      problemAt(
        at('from'),
        'E-NO-QUOTE',
        `${statement.id}, which has no quote`,
        'a record with a quote',
      ),
    ];
  }
  if (use.name === 'When' && value('form') === 'day' && dayFor(statement, 'day') === undefined) {
    return [
      problemAt(
        at('form'),
        'E-NO-DAY',
        `${statement.date}, a month alone`,
        'form="month": the day is not established',
      ),
    ];
  }
  return [];
}
