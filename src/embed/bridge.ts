import { envelope, readMessage, type MessageType } from './protocol.ts';

/** What a map's frame is told from outside and what it tells. */
export interface BridgeOptions {
  /** The instance's id, from the frame's address. */
  readonly instance: string;
  /** The origin of the page around the frame if that page drives; null where a frame beside it does. */
  readonly host: string | null;
  /** Number of steps; a step beyond is ignored. */
  readonly steps: number;
  readonly onStep: (step: number) => void;
}

/**
 * Lets one window drive the map: the page around it, or the one frame beside it that is of this site and
 * knows the instance. Whoever asks first stays the driver. Returns how to tell it something.
 */
export function createBridge({
  instance,
  host,
  steps,
  onStep,
}: BridgeOptions): (type: MessageType, value: number) => void {
  let driver: Window | null = null;
  const expected = host ?? origin;
  const tell = (type: MessageType, value: number): void => {
    driver?.postMessage(envelope(instance, type, value), expected === 'null' ? '*' : expected);
  };
  addEventListener('message', ({ source, origin: from, data }) => {
    const frame = source as Window;
    const isExpected =
      host === null
        ? frame !== self && frame !== parent && frame.parent === parent
        : frame === parent;
    if (!isExpected || (driver && frame !== driver) || from !== expected) return;
    const message = readMessage(data, instance);
    if (message?.type === 'init') {
      driver = frame;
      tell('ready', steps);
    }
    if (message?.type === 'step' && driver && message.value < steps) {
      onStep(message.value);
      tell('shown', message.value);
    }
  });
  return tell;
}
