import type { PositionId } from '../../schema/position.ts';

/** A point on which sources or readings differ, and how the record treats it. */
export interface ContestedPoint {
  readonly text: string;
  /** The positions it is about. */
  readonly positions: readonly PositionId[];
}

/** Where the record had to choose, and what it chose; the positions carry the sources. */
export const CONTESTED: readonly ContestedPoint[] = [
  {
    text: 'The 26 states of 4 September 2025: President Macron named none of them, and some act outside Ukraine. No map colours 26 senders. Japan said it was not among them.',
    positions: ['fra-2025-09-04', 'jpn-2025-09-05'],
  },
  {
    text: 'Six states (AFP, April 2025) and ten (RFE/RL, September 2025) ready to send: both rest on officials who are not named. Latvia is on both lists, while its leaders said that nothing was decided.',
    positions: ['lva-2025-04-10', 'lva-2025-09-04', 'lva-2025-08-20'],
  },
  {
    text: 'Germany, January 2026: forces on neighbouring NATO territory, yet nothing excluded in principle. Some outlets read it as a no to soldiers inside Ukraine. The record says: does not rule it out.',
    positions: ['deu-2026-01-06'],
  },
  {
    text: 'Belgium, January 2026: on television the Prime Minister spoke of land forces, mainly to train; his written statement names air, sea and training. The record says: would send, without combat tasks.',
    positions: ['bel-2026-01-06'],
  },
  {
    text: 'Latvia, January 2026: one day after the Prime Minister had neither promised nor refused soldiers, the ministry said that none were planned at the moment. The later word counts.',
    positions: ['lva-2026-01-06', 'lva-2026-01-07'],
  },
  {
    text: 'Finland: President and Prime Minister differed in tone in March 2025; in December 2025 nothing had been decided about soldiers.',
    positions: ['fin-2025-03-12', 'fin-2025-03-26', 'fin-2025-12-16'],
  },
  {
    text: 'Sweden, January 2026: aircraft, mine clearance and training; soldiers on the ground were neither offered nor refused. The record says: help, but no soldiers there.',
    positions: ['swe-2026-01-06'],
  },
  {
    text: 'Ireland, October 2025: no to a reassurance force, open to peacekeeping with a mandate. Cyprus, March 2025: no soldiers, but help inside a mission with a UN mandate.',
    positions: ['irl-2025-10-21', 'cyp-2025-03-28'],
  },
  {
    text: 'Bulgaria, 2025: the vote of parliament does not bind the government and has exceptions for missions of NATO, the EU, the UN and the OSCE.',
    positions: ['bgr-2025-02-21', 'bgr-2025-09-05'],
  },
  {
    text: 'Croatia and Czechia: president and prime minister spoke differently. The one who speaks for the government counts; the other stands in the history.',
    positions: ['hrv-2025-03-27', 'hrv-2025-03-27-2', 'cze-2025-03-22', 'cze-2025-08-21'],
  },
  {
    text: 'Hungary: the positions are those of the government under Orbán. What its successor says is not covered.',
    positions: ['hun-2026-02-07'],
  },
  {
    text: 'China, August 2025: a denial of press reports, which is not a refusal in principle.',
    positions: ['chn-2025-08-25'],
  },
  {
    text: 'Italy: what is on record as a refusal since 27 March 2025 was reported in February as a reservation.',
    positions: ['ita-2025-02-17', 'ita-2025-03-27'],
  },
  {
    text: 'The Netherlands, February 2026: two statements that are known through Russian state media alone. They are graded low and colour no map.',
    positions: ['nld-2026-02-09', 'nld-2026-02-27'],
  },
  {
    text: 'Greece, January 2026: government sources repeated an earlier no of the Prime Minister; it counts as reported.',
    positions: ['grc-2026-01-06'],
  },
];
