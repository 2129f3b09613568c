import type { CodeStory, CodeText } from '../embed/codes.ts';
import { formatDate, formatShortDate } from '../i18n/dates.ts';
import { ATTRIBUTION_NAME, CHECK_NAME, moreSources, STANCE_PHRASE } from '../i18n/words.ts';
import { pictureAlt, storyPicture } from '../picture/storyPictures.ts';
import { evidenceOf } from '../record/evidenceOf.ts';
import { positionAddress } from '../render/addresses.ts';
import { mapTitle } from '../render/renderMap.ts';
import { attributes, escapeText } from '../render/svgText.ts';
import type { Claim, Position } from '../schema/position.ts';
import type { Site } from '../site.ts';
import { claimGroups } from '../story/claimGroups.ts';
import type { StoryStep } from '../story/story.ts';

/** A site's story as its embed codes name it; `base` is the site's address, or "/" within it. */
export function codeStory(site: Site, base: string): CodeStory {
  const { title, question, steps } = site.story;
  return {
    base,
    title,
    question,
    steps: steps.map(({ id, title: finding }) => ({
      id,
      title: finding,
      alt: pictureAlt(site, storyPicture(site, id)),
      shows: mapTitle(site.stateOf(id)),
    })),
  };
}

/** What a step says in somebody's page: its narration, and its statements and claims with day and source. */
export function codeText(site: Site, step: StoryStep, narration: string, base: string): CodeText {
  return {
    narration,
    evidence: [
      ...step.spotlight.map((position) => positionLine(site, position, base)),
      ...claimGroups(site.story, step).map((claims) => claimLine(site, claims)),
    ],
  };
}

function positionLine({ record }: Site, position: Position, base: string): string {
  const actor = record.actors.get(position.actor);
  const phrase =
    actor?.role === 'host' ? 'asks for or consents to troops' : STANCE_PHRASE[position.stance];
  const reported = evidenceOf(position) === 'reported' ? ' (reported)' : '';
  const [first, ...more] = position.sources;
  const links = [
    sourceLink(record, first),
    ...(more.length > 0
      ? [link(`${base}${positionAddress(position).slice(1)}`, moreSources(more.length))]
      : []),
  ];
  const words = [
    `${actor?.name ?? position.actor}: ${phrase}${reported}`,
    ATTRIBUTION_NAME[position.attribution],
    position.speaker.name,
    formatDate(position.date),
  ];
  return [...words.map(escapeText), links.join(' ')].join(' · ');
}

function claimLine({ record }: Site, claims: readonly Claim[]): string {
  const [lead] = claims;
  if (!lead) return '';
  const said = claims.map(({ speaker, date }) => `${speaker.name}, ${formatShortDate(date)}`);
  const words = [
    `The article, ${CHECK_NAME[lead.check]}`,
    ATTRIBUTION_NAME[lead.attribution],
    [...new Set(said)].join('; '),
  ];
  return [...words.map(escapeText), sourceLink(record, lead.sources[0])].join(' · ');
}

function sourceLink({ sources }: Site['record'], id: string | undefined): string {
  const source = sources.get(id ?? '');
  return source ? link(source.url, source.outlet) : '';
}

function link(href: string, text: string): string {
  return `<a${attributes({ href })}>${escapeText(text)}</a>`;
}
