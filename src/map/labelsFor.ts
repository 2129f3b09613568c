import type { ActorId } from '../schema/actor.ts';
import type { Standing } from '../record/standing.ts';
import type { TroopRecord } from '../record/troopRecord.ts';
import { EVIDENCE_NAME, STANCE_PHRASE } from '../i18n/words.ts';

/** A name on the map with what its actor says in this step. */
export interface Label {
  readonly actor: ActorId;
  readonly name: string;
  /** One line a standing: the stance, and "reported" where it is. Empty for the host. */
  readonly words: readonly string[];
}

/** The host is named on every map: it is what all others speak of. */
const HOST = 'UKR';

/** Labels of the spotlighted actors in their order, then of the host and of actors the view asks for. */
export function labelsFor(
  record: TroopRecord,
  standings: readonly Standing[],
  spotlight: readonly ActorId[],
  view: readonly string[],
): readonly Label[] {
  const ids = [...new Set([...spotlight, HOST, ...view])];
  return ids.flatMap((id) => {
    const actor = record.actors.get(id);
    if (!actor) return [];
    const own = spotlight.includes(id) ? standings.filter((standing) => standing.actor === id) : [];
    const words = actor.role === 'host' ? [] : own.map(wordsOf);
    return [{ actor: id, name: actor.name, words }];
  });
}

function wordsOf({ stance, evidence }: Standing): string {
  const phrase = STANCE_PHRASE[stance];
  return evidence === 'reported' ? `${EVIDENCE_NAME.reported}: ${phrase}` : phrase;
}
