/** A size in the words of people: "51 bytes", "97 kB" (1000 bytes), rounded. */
export function formatBytes(bytes: number): string {
  return bytes < 1000 ? `${String(bytes)} bytes` : `${String(Math.round(bytes / 1000))} kB`;
}
