/** [longitude, latitude], WGS 84, degrees. */
export type LonLat = readonly [number, number];

/** [x, y] in plane units; y grows southwards. */
export type Point = readonly [number, number];

/** [x0, y0, x1, y1] in plane units. */
export type Box = readonly [number, number, number, number];

/** An open line in plane units. */
export type Line = readonly Point[];

/** The points of a closed line, the first not repeated at the end. */
export type Ring = readonly Point[];

/** An outer ring, then its holes. */
export type Rings = readonly Ring[];
