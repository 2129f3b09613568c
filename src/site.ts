import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentRoot } from './integrations/contentRoot.ts';
import { buildAtlas, type Atlas } from './geometry/buildAtlas.ts';
import { buildPlane } from './geometry/plane.ts';
import { mapState, type MapState } from './map/mapState.ts';
import { buildRecord, type TroopRecord } from './record/troopRecord.ts';
import { positionsOn } from './record/positionsOn.ts';
import { isOnScale } from './record/isOnScale.ts';
import type { Actor } from './schema/actor.ts';
import type { SourceId } from './schema/source.ts';
import { parseContent } from './story/parseContent.ts';
import { formatDate } from './i18n/dates.ts';
import { numberInWords } from './i18n/words.ts';
import type { Story, StoryStep } from './story/story.ts';

/** Everything the pages show, assembled once a build. */
export interface Site extends Atlas {
  readonly story: Story;
  readonly record: TroopRecord;
  readonly actors: readonly Actor[];
  readonly cover: MapState;
  readonly minutes: number;
  readonly sourceIds: readonly SourceId[];
  stateOf(step: string): MapState;
  countFor(step: StoryStep | null, props: Readonly<Record<string, string>>): string;
  figureFor(props: Readonly<Record<string, string>>): string;
  whenFor(props: Readonly<Record<string, string>>): { date: string; words: string };
  quoteFor(props: Readonly<Record<string, string>>): { text: string; language: string };
}

let made: Site | undefined;
export function getSite(): Site {
  made ??= makeSite();
  return made;
}

function makeSite(): Site {
  const root = contentRoot();
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name))
    .sort()
    .map((path) => ({ path: path.slice(join(root, '/').length), text: readFileSync(path, 'utf8') }));
  const parsed = parseContent(files);
  const record = buildRecord({
    actors: parsed.actors.map((e) => e.value),
    sources: Object.fromEntries(parsed.sources.map((e) => e.value)),
    positions: parsed.positions.map((e) => e.value),
    vocabulary: parsed.vocabulary!.value,
    standings: parsed.standings!.value,
  });
  const members = parsed.members!.value;
  const ps = parsed.stories[0]!;
  const byId = new Map(record.positions.map((p) => [p.id, p]));
  const claims = new Map(ps.claims.map((e) => [e.value.id, e.value]));
  let index = 0;
  const items = ps.items.flatMap((item): Story['items'] => {
    const id = item.path.slug;
    const front = item.front;
    if (front?.kind === 'step') {
      const s = front.entry.value;
      return [{ kind: 'step', id, file: item.file, title: s.title, date: s.date, dateline: s.dateline, question: s.question,
        spotlight: s.spotlight.map((p) => byId.get(p)!), claims: s.claims ?? [], layers: s.layers ?? [], view: s.view, show: s.show ?? 'record', index: index++ }];
    }
    if (front?.kind === 'passage') return [{ kind: 'passage', id, file: item.file, title: front.entry.value.title }];
    return [];
  });
  const steps = items.filter((i): i is StoryStep => i.kind === 'step');
  const story: Story = { id: ps.id, ...ps.story!.value, steps, items };
  const actors = [...record.actors.values()];
  const front = Object.fromEntries(parsed.front.map((e) => e.value));
  const regions = Object.fromEntries(parsed.regions.map((e) => e.value));
  const atlas = buildAtlas(buildPlane(), actors, { front, regions });
  const states = new Map(
    steps.map((s) => [s.id, mapState(record, members, { ...s, spotlight: s.spotlight.map((p) => p.id) })]),
  );
  const cover = mapState(record, members, { date: record.asOf, question: 'post-ceasefire-force', spotlight: [], layers: [], view: ['europe'], show: 'record' });
  const any = (id: string) => byId.get(id) ?? claims.get(id);
  return {
    story, record, actors, cover, ...atlas,
    minutes: 5,
    sourceIds: [...new Set(steps.flatMap((s) => s.spotlight.flatMap((p) => p.sources)))],
    stateOf: (id) => states.get(id)!,
    countFor(step, props) {
      const stances = (props['stance'] ?? '').split(' ');
      const n = positionsOn(record, step!.date, step!.question).filter((s) => {
        const a = record.actors.get(s.actor)!;
        return stances.includes(s.stance) && isOnScale(a) && (props['of'] !== 'states' || a.kind === 'country');
      }).length;
      return props['as'] === 'words' ? numberInWords(n) : String(n);
    },
    figureFor: (props) => props['value'] ?? '',
    whenFor: (props) => {
      const date = any(props['at'] ?? '')?.date ?? '';
      const d = props['form'] === 'month' ? date.slice(0, 7) : date;
      return { date: d, words: formatDate(d) };
    },
    quoteFor: (props) => any(props['from'] ?? '')!.quote!,
  };
}
