import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/setup.mjs';
import { buildSite as siteOf } from '../../src/site.ts';
import { sourcedStandings } from '../../src/record/sourcedStandings.ts';
import { historyOf } from '../../src/record/historyOf.ts';
import { questionsOf } from '../../src/record/questionsOf.ts';
import { stepsOfActor } from '../../src/story/stepsOfActor.ts';
import { filesOf } from './buildSite.ts';
import { compressed } from './compressed.ts';
import { contentOf, tagsOf, type Tag } from './htmlTags.ts';

const files = filesOf(join(root, 'dist'));
const { record, actors, story } = siteOf(join(root, 'content'));
const questions = questionsOf(record);

const textOf = (path: string) => files.get(path)?.toString() ?? '';
const pageOf = (id: string) => `actors/${id.toLowerCase()}/index.html`;

/** Values of an attribute on the tags of a page that pass. */
function valuesOf(path: string, attribute: string, pass: (tag: Tag) => boolean = () => true) {
  return tagsOf(textOf(path))
    .filter(pass)
    .flatMap(({ attributes }) => attributes.get(attribute) ?? []);
}

function metaOf(path: string, property: string): string {
  return contentOf(tagsOf(textOf(path)), property) ?? '';
}

/** Paths of the scripts that a page names. */
function scriptsOf(path: string): readonly string[] {
  const sources = valuesOf(path, 'src', ({ name }) => name === 'script');
  return sources.map((source) => source.replace(/^(\.\.?\/)+/, ''));
}

/** Bytes, compressed, of the scripts that a page loads. */
function scriptBytes(path: string): readonly number[] {
  return scriptsOf(path).map((script) => compressed(files.get(script) ?? ''));
}

describe.each(actors.map((actor) => [actor.name, actor] as const))('the page of %s', (_, actor) => {
  const page = pageOf(actor.id);
  const history = historyOf(record, actor.id);

  it('has every statement of the actor, and no other’s, at an anchor that is its id', () => {
    const ids = valuesOf(
      page,
      'id',
      ({ name, attributes }) => name === 'li' && attributes.has('data-position'),
    );
    expect(ids).toEqual(history.map(({ id }) => id));
  });

  it('says for each question what stands, or that nothing was found', () => {
    const html = textOf(page);
    const standing = questions.flatMap((question) =>
      sourcedStandings(record, actor.id, record.asOf, question).map(({ position }) => position.id),
    );
    const shown = valuesOf(
      page,
      'data-position',
      ({ name, attributes }) =>
        name === 'div' && (attributes.get('class') ?? '').includes('standing'),
    );
    expect(shown).toEqual(standing);
    if (standing.length === 0) expect(html).toContain('No position found as of');
    if (standing.length < questions.length) expect(html).toContain('This is not a no.');
  });

  it('names every source with its address, whose word counts, and the steps that speak of the actor', () => {
    const links = valuesOf(page, 'href');
    const html = textOf(page);
    const addresses = history.flatMap(({ sources }) =>
      sources.map((id) => record.sources.get(id)!.url),
    );
    expect(addresses.filter((url) => !links.includes(url))).toEqual([]);
    expect(html).toContain(actor.spokesperson_rule.slice(0, 30));
    const steps = stepsOfActor(story, actor.id).map(({ id }) => `../../#${id}`);
    expect(links.filter((link) => link.startsWith('../../#'))).toEqual(steps);
  });

  it('is previewed with a title and a description of its own', () => {
    expect(metaOf(page, 'og:title')).toContain(actor.name);
    expect(metaOf(page, 'og:description')).toContain(actor.name);
    expect(metaOf(page, 'og:description')).toContain('28 February 2026');
    expect(metaOf(page, 'og:url')).toMatch(new RegExp(`/actors/${actor.id.toLowerCase()}/$`));
  });

  it('needs no script', () => {
    expect(valuesOf(page, 'src', ({ name }) => name === 'script')).toEqual([]);
  });
});

describe('the list of actors', () => {
  it('leads to every page and keeps the anchors of old links', () => {
    const links = valuesOf('actors/index.html', 'href');
    const ids = valuesOf('actors/index.html', 'id');
    for (const actor of actors) {
      const id = actor.id.toLowerCase();
      expect(links, id).toContain(`../actors/${id}/`);
      expect(ids, id).toContain(id);
    }
  });
});

describe('the table', () => {
  it('holds for every actor and question what the record holds, with conditions and source', () => {
    const positions = valuesOf('table/index.html', 'data-position');
    const wanted = actors.flatMap(({ id }) =>
      questions.flatMap((question) => sourcedStandings(record, id, record.asOf, question)),
    );
    expect(positions.toSorted()).toEqual(wanted.map(({ position }) => position.id).sort());
    const html = textOf('table/index.html');
    const links = valuesOf('table/index.html', 'href');
    const missing = wanted.flatMap(({ position: { id, actor, conditions, sources } }) => {
      const words = conditions.map((one) => record.vocabulary.conditions[one] ?? one).join('; ');
      const outlet = record.sources.get(sources[0] ?? '')?.outlet ?? '?';
      const link = `../actors/${actor.toLowerCase()}/#${id}`;
      return html.includes(words) &&
        html.includes(outlet.replaceAll('&', '&amp;')) &&
        links.includes(link)
        ? []
        : [id];
    });
    expect(missing).toEqual([]);
  });
});

describe('the picture of time', () => {
  const marks = tagsOf(textOf('time/index.html')).filter(
    ({ name, attributes }) => name === 'a' && attributes.get('class') === 'mark',
  );

  it('has a named link for every statement in each of its two sizes, and a line of the table', () => {
    const ids = record.positions.map(({ id }) => id);
    const shown = marks.map(({ attributes }) => attributes.get('data-position') ?? '');
    expect(shown.toSorted()).toEqual([...ids, ...ids].sort());
    expect(
      marks.filter(({ attributes }) => (attributes.get('aria-label') ?? '').length < 20),
    ).toEqual([]);
    const rows = valuesOf('time/index.html', 'data-position', ({ name }) => name === 'tr');
    expect(rows).toEqual(ids);
  });

  it('leads each mark to the statement’s anchor', () => {
    const wrong = marks.filter(({ attributes }) => {
      const id = attributes.get('data-position') ?? '';
      const [actor = ''] = id.split('-');
      return attributes.get('href') !== `../actors/${actor}/#${id}`;
    });
    expect(wrong).toEqual([]);
  });
});

describe('the scripts', () => {
  it.each(['table/index.html', 'time/index.html', 'search/index.html'])(
    'of %s: one of at most 5 kB',
    (page) => {
      const [script = Infinity, ...more] = scriptBytes(page);
      expect(more).toEqual([]);
      expect(script).toBeLessThanOrEqual(5000);
    },
  );

  it('are one a page and share nothing, so that the story’s stays one file', () => {
    const scripts = [...files].filter(([path]) => /^_astro\/.*\.js$/.test(path));
    const another = /\bimport\s*[({"'*]|\bfrom\s*["'`]\.\//;
    const sharing = scripts.filter(([, bytes]) => another.test(bytes.toString()));
    expect(scripts.length).toBeGreaterThan(3);
    // The search loads a second one when it is used, which no other page names.
    expect(sharing.map(([path]) => path)).toEqual(scriptsOf('search/index.html'));
    expect(scriptBytes('index.html')).toHaveLength(1);
  });
});
