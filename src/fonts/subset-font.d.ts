declare module 'subset-font' {
  /** Cuts a font file to the characters of a text and the given span of its axes. */
  const subset: (
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: 'woff2';
      readonly variationAxes: Readonly<
        Record<string, { readonly min: number; readonly max: number }>
      >;
    },
  ) => Promise<Uint8Array<ArrayBuffer>>;
  export = subset;
}
