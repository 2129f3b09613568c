import type { Actor, ActorId } from '../schema/actor.ts';
import type { Stance } from '../schema/vocabulary.ts';
import type { Standing } from '../record/standing.ts';
import { isOnScale } from '../record/isOnScale.ts';
import {
  joinNames,
  numberInWords,
  roleOutside,
  STANCE_NAME,
  stancePhraseOf,
} from '../i18n/words.ts';

/** What the words need of a standing, and of an actor. */
type Told = Pick<Standing, 'actor' | 'stance' | 'evidence'>;
type Named = Pick<Actor, 'name' | 'role'>;

/** The scale in its order: the names are written in it. */
const SCALE = Object.keys(STANCE_NAME) as Stance[];

/**
 * Who stands where in sentences: one a stance with the actors on record, then one with the reported ones;
 * last the actors outside the scale. Actors that are not known are left out of the scale's sentences.
 */
export function describeStandings(
  standings: readonly Told[],
  actorOf: (id: ActorId) => Named | undefined,
): readonly string[] {
  const scaled = standings.filter(({ actor }) => {
    const known = actorOf(actor);
    return known !== undefined && isOnScale(known);
  });
  const outside = standings.filter((standing) => !scaled.includes(standing));
  const name = (id: ActorId): string => actorOf(id)?.name ?? id;
  const groups = SCALE.flatMap((stance) => sentencesFor(stance, scaled, name));
  return [
    ...(groups.length > 0 ? groups : ['No position of any government is shown.']),
    ...outside.map((standing) => outsideSentence(standing, actorOf(standing.actor))),
  ];
}

function sentencesFor(
  stance: Stance,
  standings: readonly Told[],
  name: (id: ActorId) => string,
): readonly string[] {
  return (['on-record', 'reported'] as const).flatMap((evidence) => {
    const actors = standings.filter(
      (standing) => standing.stance === stance && standing.evidence === evidence,
    );
    if (actors.length === 0) return [];
    const suffix = evidence === 'reported' ? ', reported' : '';
    const names = actors.map(({ actor }) => name(actor)).sort((a, b) => a.localeCompare(b, 'en'));
    return [
      `${STANCE_NAME[stance]}${suffix} (${numberInWords(actors.length)}): ${joinNames(names)}.`,
    ];
  });
}

function outsideSentence({ actor, stance, evidence }: Told, known: Named | undefined): string {
  const place = known && roleOutside(known);
  const says =
    known?.role === 'host' ? stancePhraseOf(known, stance) : STANCE_NAME[stance].toLowerCase();
  return `Outside the scale: ${known?.name ?? actor}, ${place ?? ''}: ${says}${evidence === 'reported' ? ', reported' : ''}.`;
}
