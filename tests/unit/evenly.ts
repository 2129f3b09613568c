import fc from 'fast-check';

/**
 * Numbers from `min` to `max`. The doubles of fast-check alone are spread over their exponents, nearly all
 * of them next to nothing: half of these are spread evenly.
 */
export function evenly(min: number, max: number): fc.Arbitrary<number> {
  return fc.oneof(
    fc.double({ min, max, noNaN: true }),
    fc.nat(4096).map((part) => min + ((max - min) * part) / 4096),
  );
}
