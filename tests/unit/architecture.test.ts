import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/setup.mjs';

// ── The rules, as data ──────────────────────────────────────────────────────────────────────────

/** What a folder or file at the top of `src/` may import, itself always included. */
interface Layer {
  /** Other entries of `src/`. */
  readonly imports: readonly string[];
  /** Names of packages; one that ends in `:` stands for all that begin with it. */
  readonly packages: readonly string[];
  /** Packages whose types alone are used. */
  readonly types?: readonly string[];
}

const BELOW_RENDER = ['schema', 'record', 'i18n', 'story', 'map'];
const BELOW_PAGES = [...BELOW_RENDER, 'time', 'explore', 'render', 'geometry', 'fonts', 'site.ts'];
const IN_ASTRO = ['astro:', 'astro', 'astro/jsx-runtime'];

const LAYERS: Readonly<Record<string, Layer>> = {
  schema: { imports: [], packages: ['astro/zod'] },
  record: { imports: ['schema'], packages: [] },
  i18n: { imports: ['schema', 'record'], packages: [] },
  story: {
    imports: ['schema', 'record', 'i18n'],
    packages: ['yaml', 'satteri'],
    types: ['astro/zod'],
  },
  map: { imports: ['schema', 'record', 'i18n', 'story'], packages: ['d3'] },
  time: { imports: ['schema', 'record', 'i18n'], packages: ['d3'] },
  // The record as a reader explores it: settled at build, asked in the browser.
  explore: { imports: ['schema', 'record', 'i18n'], packages: [] },
  render: { imports: [...BELOW_RENDER, 'time', 'explore'], packages: ['d3'] },
  picture: {
    imports: [...BELOW_RENDER, 'render', 'fonts', 'cache'],
    packages: ['node:', 'satori', 'sharp', 'subset-font'],
  },
  scroll: { imports: [], packages: ['scrollama'] },
  // The record as it is searched: an index made at build, read in the browser.
  search: { imports: ['schema', 'record', 'i18n', 'render'], packages: ['minisearch'] },
  client: { imports: [...BELOW_RENDER, 'explore', 'render', 'scroll', 'search'], packages: ['d3'] },
  embed: { imports: ['client', 'render', 'styles'], packages: [] },
  // What others download: tables, JSON, feed, descriptors.
  data: { imports: ['schema', 'record', 'i18n', 'render'], packages: [] },
  // Build time only: what reads files, makes them and puts everything together.
  geometry: {
    imports: ['schema', 'map', 'render', 'cache'],
    packages: ['node:', 'd3', 'topojson-client', 'topojson-simplify', 'topojson-specification'],
  },
  fonts: { imports: [], packages: ['node:'] },
  cache: { imports: [], packages: ['node:'] },
  integrations: {
    imports: [...BELOW_RENDER, 'render', 'geometry', 'fonts', 'cache'],
    packages: ['node:', 'astro', 'rolldown', 'subset-font', 'yaml'],
  },
  'site.ts': {
    imports: [...BELOW_RENDER, 'render', 'geometry', 'integrations'],
    packages: ['node:'],
  },
  'content.config.ts': {
    imports: ['schema', 'story', 'integrations'],
    packages: ['astro:', 'astro/loaders', 'astro/zod'],
  },
  components: {
    imports: [...BELOW_PAGES, 'data', 'embed', 'picture'],
    packages: [...IN_ASTRO, 'astro/container', '@astrojs/mdx/server.js'],
  },
  layouts: {
    imports: [...BELOW_PAGES, 'components', 'embed', 'integrations', 'styles'],
    packages: IN_ASTRO,
  },
  pages: {
    imports: [
      ...BELOW_PAGES,
      ...['components', 'data', 'embed', 'integrations', 'layouts', 'picture', 'search', 'styles'],
    ],
    packages: [...IN_ASTRO, 'node:', 'subset-font'],
  },
};

/** Files whose result depends on their arguments alone: no page, no clock, no file. */
const PURE = [
  ...['record/', 'story/', 'map/', 'time/', 'explore/', 'render/', 'search/', 'data/'],
  ...['scroll/activeStep.ts', 'embed/protocol.ts'],
];

const IMPURE_NAMES = [
  ...['document', 'window', 'globalThis', 'navigator', 'localStorage', 'sessionStorage'],
  ...['process', 'performance', 'fetch'],
];

/** Never part of what the browser loads; `src/…` names folders, the rest packages. */
const NEVER_IN_BROWSER = [
  ...['astro', 'astro/', 'astro:', 'zod', 'node:', 'yaml', 'satteri', 'subset-font'],
  ...['topojson-client', 'topojson-simplify', 'src/geometry/', 'src/integrations/', 'src/fonts/'],
  ...[
    'src/cache/',
    'src/site.ts',
    'src/components/',
    'src/pages/',
    'src/picture/',
    'satori',
    'sharp',
  ],
];

const COLOUR =
  /["'`:=(\s]#(?!fff\b|000\b)([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})\b|\b(rgb|hsl|oklch|oklab)a?\(/gi;

/** Where a colour may stand in code: pictures and files made once, which no theme changes. */
const BUILD_FOLDERS = ['src/integrations/', 'src/pages/', 'src/fonts/'];

const FOLDER_NAMES_WITHOUT_A_NOUN = ['utils', 'helpers', 'lib', 'common', 'shared', 'misc'];

const TOP_LEVEL = [
  ...['src', 'content', 'public', 'tests', 'astro.config.mjs', 'package.json', 'tsconfig.json'],
  ...['README.md', 'CONTRIBUTING.md', 'LICENSE', 'CHANGELOG.md', 'docs', 'scripts', 'bench'],
  ...[
    'deploy',
    'CITATION.cff',
    '.ci',
    '.github',
    '.gitattributes',
    '.gitignore',
    '.editorconfig',
    '.nvmrc',
  ],
  ...['.npmrc', '.prettierignore', '.prettierrc.json', 'eslint.config.js', 'package-lock.json'],
  ...['playwright.config.ts', 'vitest.config.ts'],
];

// ── Reading the source ──────────────────────────────────────────────────────────────────────────

interface Import {
  /** Path from the repository's folder (`src/map/camera.ts`), or the name of a package. */
  readonly target: string;
  /** True when it is gone after compilation (`import type`). */
  readonly typeOnly: boolean;
}

interface Source {
  /** Path from the repository's folder. */
  readonly file: string;
  readonly code: ts.SourceFile;
  readonly imports: readonly Import[];
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

function parse(file: string, text: string): Source {
  const code = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  return { file, code, imports: importsOf(file, code) };
}

/** The frontmatter and the scripts of a component; the text in between is `template`. */
function parseComponent(file: string, text: string) {
  const [, frontmatter = '', rest = text] = /^\s*---\r?\n(.*?)\n---(.*)$/s.exec(text) ?? [];
  const blocks = [...rest.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)];
  const scripts = blocks
    .filter(([, attributes = '']) => !/type=["']application\//.test(attributes))
    .map(([, , code = '']) => parse(file, code));
  const template = rest.replace(/<(script|style)\b([^>]*)>.*?<\/\1>/gs, '<$1$2></$1>');
  return { frontmatter: parse(file, frontmatter), scripts, template };
}

function importsOf(file: string, code: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (name: ts.Node | undefined, typeOnly: boolean) => {
    if (!name || !ts.isStringLiteralLike(name)) return;
    const target = name.text.startsWith('.') ? join(dirname(file), name.text) : name.text;
    found.push({ target: target.replaceAll('\\', '/').replace(/\?.*$/, ''), typeOnly });
  };
  visit(code, (node) => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
  });
  return found;
}

function visit(node: ts.Node, action: (node: ts.Node) => void): void {
  action(node);
  node.forEachChild((child) => {
    visit(child, action);
  });
}

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const sourceFiles = filesIn('src');
const modules = sourceFiles.filter((f) => f.endsWith('.ts')).map((f) => parse(f, read(f)));
const components = sourceFiles
  .filter((file) => file.endsWith('.astro'))
  .map((file) => ({ file, ...parseComponent(file, read(file)) }));
const builtFrom = [...modules, ...components.map(({ frontmatter }) => frontmatter)];
const scripts = components.flatMap((component) => component.scripts);

// ── Judging it ──────────────────────────────────────────────────────────────────────────────────

/** The package of an import, and the one that has its types. */
function nameVariants(target: string, typeOnly: boolean): string[] {
  const name = /^(@[^/]+\/)?[^/]+/.exec(target)?.[0] ?? target;
  return typeOnly ? [name, `@types/${name}`] : [name];
}

const isIn = (name: string, list: readonly string[]) =>
  list.some((entry) => name === entry || (/[:/]$/.test(entry) && name.startsWith(entry)));

/** True for a name that Node looks for in node_modules or in itself, not for a path. */
const isPackage = (target: string) => /^(@|[a-z][\w-]*(:|\/|$))/.test(target) && !isPath(target);
const isPath = (target: string) => /^(src|content|public|scripts|tests)\//.test(target);

const layerOf = (file: string) => file.split('/')[1] ?? '';

function layerProblems({ file, imports }: Source): string[] {
  const name = layerOf(file);
  const layer = LAYERS[name];
  if (!layer) return [`${file}: src/${name} is no layer of the table in this test`];
  const allowed = [name, ...layer.imports];
  return imports.flatMap(({ target, typeOnly }) => {
    if (target.startsWith('src/')) {
      const known = allowed.includes(layerOf(target));
      return known ? [] : [`${file} imports ${target}; ${name} may import: ${allowed.join(', ')}`];
    }
    const packages = [...layer.packages, ...(typeOnly ? (layer.types ?? []) : [])];
    const known = isIn(target, packages) || !isPackage(target);
    const list = layer.packages.join(', ') || 'none';
    return known ? [] : [`${file} imports ${target}; packages for ${name}: ${list}`];
  });
}

function impureNames({ file, code }: Source): string[] {
  const found: string[] = [];
  const report = (node: ts.Node, what: string) => {
    const { line } = code.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${file}:${String(line + 1)} names ${what}; pass it as an argument`);
  };
  visit(code, (node) => {
    if (ts.isIdentifier(node) && IMPURE_NAMES.includes(node.text) && !isMemberName(node)) {
      report(node, node.text);
    }
    if (ts.isNewExpression(node) && node.getText() === 'new Date()') report(node, 'the clock');
    if (ts.isPropertyAccessExpression(node) && /^(Date\.now|Math\.random)$/.test(node.getText())) {
      report(node, node.getText());
    }
  });
  return found;
}

/** True for `x` in `a.x`, `{ x: 1 }` and a declared field: the name of a thing that was passed in. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  const isMember = ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent);
  return isMember && parent.name === node;
}

/** Every way from a source to something that the browser must not load, through runtime imports. */
function waysOutOfBrowser(source: Source, way: readonly string[] = []): string[] {
  const here = [...way, source.file];
  return source.imports
    .filter(({ target, typeOnly }) => !typeOnly && !way.includes(target))
    .flatMap(({ target }) => {
      if (isIn(target, NEVER_IN_BROWSER)) return [[...here, target].join(' → ')];
      const next = modules.find(({ file }) => file === target);
      return next ? waysOutOfBrowser(next, here) : [];
    });
}

describe('the layers', () => {
  it('import only downwards, and only the packages that are theirs', () => {
    expect(builtFrom.flatMap(layerProblems)).toEqual([]);
  });

  it('have no import back upwards in the table itself', () => {
    const upwards = Object.entries(LAYERS).flatMap(([name, { imports }]) =>
      imports.filter((lower) => LAYERS[lower]?.imports.includes(name)),
    );
    expect(upwards).toEqual([]);
  });

  it('that are pure name no page, no clock and no file', () => {
    const pure = modules.filter(({ file }) => isIn(file.replace(/^src\//, ''), PURE));
    const outside = pure.flatMap(({ file, imports }) =>
      imports
        .filter(({ target, typeOnly }) => !typeOnly && isIn(target, ['node:', 'astro:', 'astro/']))
        .map(({ target }) => `${file} imports ${target}`),
    );
    expect([...pure.flatMap(impureNames), ...outside]).toEqual([]);
  });

  it('import scrollama in one file at most', () => {
    const importers = [...builtFrom, ...scripts].filter(({ imports }) =>
      imports.some(({ target }) => target === 'scrollama'),
    );
    expect(importers.length, importers.map(({ file }) => file).join(', ')).toBeLessThan(2);
  });

  it('meet in client entries alone: what starts the scrolling is imported by no other module', () => {
    const starters = modules.filter(
      ({ file, imports }) =>
        layerOf(file) === 'client' &&
        imports.some(({ target, typeOnly }) => layerOf(target) === 'scroll' && !typeOnly),
    );
    const importers = starters.flatMap((starter) =>
      modules.filter(({ imports }) => imports.some(({ target }) => target === starter.file)),
    );
    expect(importers.map(({ file }) => file)).toEqual([]);
  });
});

describe('packages', () => {
  it('that are imported are named in package.json, not only brought by another package', () => {
    const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
    const named = { ...manifest.dependencies, ...manifest.devDependencies };
    const unnamed = [...builtFrom, ...scripts].flatMap(({ file, imports }) =>
      imports
        .filter(({ target }) => isPackage(target) && !/^(node|astro):/.test(target))
        .filter(({ target, typeOnly }) => !nameVariants(target, typeOnly).some((n) => n in named))
        .map(({ target }) => `${file} imports ${target}`),
    );
    expect(unnamed).toEqual([]);
  });
});

describe('the browser', () => {
  it('loads no schema, no geometry and nothing of the build', () => {
    const entries = modules.filter(({ file }) => /^src\/(client|embed|scroll)\//.test(file));
    expect([...entries, ...scripts].flatMap((entry) => waysOutOfBrowser(entry))).toEqual([]);
  });

  it('looks for elements from the root that it is given, since a page may hold several stories', () => {
    const fromPage = /\bdocument\.(getElement\w+|querySelector)\(/;
    const found = [...modules, ...scripts].filter(({ code }) => fromPage.test(code.text));
    expect(found.map(({ file }) => file)).toEqual([]);
  });

  it('gets no style attribute, which the content security policy would refuse', () => {
    const styled = components.filter(({ template }) =>
      /\sstyle\s*=|\bdefine:vars\b/.test(template),
    );
    expect(styled.map(({ file }) => file)).toEqual([]);
    const written = modules.filter(({ code }) => /\sstyle=\\?["'$]/.test(code.text));
    expect(written.map(({ file }) => file)).toEqual([]);
  });
});

describe('colours', () => {
  it('live in the style sheets: no code names one but the black and white of a mask', () => {
    const inCode = modules.filter(({ file }) => !isIn(file, BUILD_FOLDERS));
    const named = inCode.flatMap(({ file, code }) =>
      [...code.text.matchAll(COLOUR)].map(([colour]) => `${file} has ${colour}`),
    );
    expect(named).toEqual([]);
  });
});

describe('the tree', () => {
  it('has the fixed top level', () => {
    const ignored = read('.gitignore')
      .split('\n')
      .map((line) => line.replace(/\/$/, ''));
    const names = readdirSync(root).filter((name) => name !== '.git' && !name.endsWith('.log'));
    const extra = names.filter((name) => !TOP_LEVEL.includes(name) && !ignored.includes(name));
    expect(extra).toEqual([]);
  });

  it('has no barrels', () => {
    const onlyPassesOn = ({ code: { statements } }: Source) =>
      statements.length > 0 &&
      statements.every((s) => ts.isExportDeclaration(s) && s.moduleSpecifier);
    const barrels = modules.filter((m) => m.file.endsWith('/index.ts') || onlyPassesOn(m));
    expect(barrels.map(({ file }) => file)).toEqual([]);
  });

  it('names every folder after what is in it', () => {
    const files = ['src', 'tests', 'scripts'].flatMap(filesIn);
    const folders = new Set(files.flatMap((file) => file.split('/').slice(0, -1)));
    expect(FOLDER_NAMES_WITHOUT_A_NOUN.filter((name) => folders.has(name))).toEqual([]);
  });
});

describe('this test reads source and', () => {
  it('finds static, type, dynamic and passed-on imports, and tells those that stay', () => {
    const text = `import { a } from './a.ts'; import type { B } from '../schema/b.ts';
      export { c } from 'yaml'; type D = import('node:fs').Stats; void import('./e.ts');`;
    expect(parse('src/map/x.ts', text).imports).toEqual([
      { target: 'src/map/a.ts', typeOnly: false },
      { target: 'src/schema/b.ts', typeOnly: true },
      { target: 'yaml', typeOnly: false },
      { target: 'node:fs', typeOnly: true },
      { target: 'src/map/e.ts', typeOnly: false },
    ]);
  });

  it('refuses an import upwards and a package of another layer', () => {
    const source = parse('src/map/x.ts', `import '../render/y.ts'; import 'scrollama';`);
    expect(layerProblems(source)).toEqual([
      'src/map/x.ts imports src/render/y.ts; map may import: map, schema, record, i18n, story',
      'src/map/x.ts imports scrollama; packages for map: d3',
    ]);
  });

  it('refuses the page and the clock in pure code, but not members of their names', () => {
    const text = `const o = { window: 1 }; o.window;\ndocument.title;\nnew Date(); Date.now();`;
    expect(impureNames(parse('src/map/x.ts', text))).toEqual([
      'src/map/x.ts:2 names document; pass it as an argument',
      'src/map/x.ts:3 names the clock; pass it as an argument',
      'src/map/x.ts:3 names Date.now; pass it as an argument',
    ]);
  });

  it('follows runtime imports to what the browser must not load', () => {
    const script = parse('src/pages/x.astro', `import '../schema/isoDate.ts';`);
    expect(waysOutOfBrowser(script)).toEqual([
      'src/pages/x.astro → src/schema/isoDate.ts → astro/zod',
    ]);
  });
});
