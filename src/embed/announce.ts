import { given, instance } from './frameOptions.ts';
import { envelope } from './protocol.ts';

/**
 * Tells the page around a frame which height it would like, in our protocol and in the dialects that hosts
 * may already speak: AMP's `embed-size`, pym's string where `?childId=` is given, WordPress' message where
 * `#?secret=` is.
 */
export function announceHeight(height: number): void {
  if (parent === self) return;
  const send = (message: unknown): void => {
    parent.postMessage(message, '*'); // the host's origin is not known, and nothing in it is private
  };
  send(envelope(instance, 'height', height));
  send({ sentinel: 'amp', type: 'embed-size', height });
  const child = given.get('childId');
  if (child) send(['pymxPYMx', child, 'xPYMxheightxPYMx', String(height)].join(''));
  const secret = wordPressSecret();
  if (secret) send({ message: 'height', value: height, secret });
}

/** The secret that WordPress adds to the address of an embed, for its own script. */
export function wordPressSecret(): string | null {
  return new URLSearchParams(location.hash.replace(/^#\??/, '')).get('secret');
}
