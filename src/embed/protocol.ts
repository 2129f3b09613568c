/**
 * What frames of the story and the pages around them tell each other, version 1. A message is a plain object
 * with exactly five fields, sent by `postMessage` (HTML Living Standard, "Cross-document messaging"); it can
 * choose a step or a clamped height and nothing else. Documented for hosts in docs/embedding.md.
 */

/** What sets these messages apart; the number grows when an old receiver could misread a new message. */
export const PROTOCOL = 'nothing-ruled-out/1';

/** Types with the least and greatest `value`; whole numbers, but for the share of `seen`. */
const RANGES = {
  __proto__: null, // "constructor" is no type
  /** Driver to map: who will drive; answered by `ready`. */
  init: [0, 0],
  /** Map to driver: it can be driven through `value` steps. */
  ready: [1, 100],
  /** Driver to map, stepper to host: the step, from 0; −1 is the first screen, before all steps. */
  step: [-1, 99],
  /** Map to driver: the step is shown. */
  shown: [-1, 99],
  /** Map to driver: the share of the map's frame that is on the screen, 0–1. */
  seen: [0, 1],
  /** Stepper to host: the height it would like, in pixels. */
  height: [100, 5000],
} as const;

/** What a message is about. */
export type MessageType = Exclude<keyof typeof RANGES, '__proto__'>;

/** A message that has been checked. */
export interface Message {
  readonly type: MessageType;
  readonly value: number;
}

/** The object to send for a message of an instance. */
export function envelope(instance: string, type: MessageType, value = 0): object {
  return { ns: PROTOCOL, n: instance, type, value };
}

/** A received value as a message of the given instance; null for anything else. Never throws. */
export function readMessage(data: unknown, instance: string): Message | null {
  try {
    const { ns, n, type, value } = data as Record<string, unknown>;
    const range = ns === PROTOCOL && n === instance && RANGES[type as MessageType];
    if (!range || Object.keys(data as object).length !== 4 || typeof value !== 'number') {
      return null;
    }
    const isWhole = type === 'seen' || Number.isInteger(value);
    if (!isWhole || !(value >= range[0] && value <= range[1])) return null;
    return { type: type as MessageType, value };
  } catch {
    return null;
  }
}
