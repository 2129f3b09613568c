/** Everything that tells a reader where they are, in a form that two of can be compared. */
export interface Picture {
  /** Scripts run, and none has given up. */
  readonly enhanced: boolean;
  readonly phase: string;
  readonly step: string;
  readonly asOf: string;
  readonly hash: string;
  readonly counter: string;
  readonly progress: string;
  /** Links of the rail that are marked as current, with the mark. */
  readonly rail: readonly string[];
  /** What the buttons that go by one step cannot do. */
  readonly disabled: readonly string[];
  readonly mapTitle: string;
  /** One line a mark, stripes among them: actor, stance, evidence, spotlight. */
  readonly marks: readonly string[];
  /** One line an element over the marks. */
  readonly overlay: readonly string[];
  readonly ledgerTitle: string;
  /** One line a group: its count as printed, then its pills in their order. */
  readonly ledger: readonly string[];
  /** One line a part of the stacked bar, then whether they fill it. */
  readonly bar: readonly string[];
  /** Labels on the shared map that the step's own map does not have. */
  readonly strayLabels: readonly string[];
  /** Animations that do not belong to the one flight to the present camera. */
  readonly strayMotion: readonly string[];
  /** How the step's view lies in the free area. */
  readonly camera: string;
}

/** What is shown, and what the geometry asks for. */
export interface Look {
  readonly shown: Picture;
  readonly expected: Picture;
}

/** An element of either kind, with a dataset. */
export type Part = HTMLElement | SVGElement;

/** How tests read the maps of a page: the part of the probe in `storyMarks.ts`. */
export interface Marks {
  /** All that a selector finds, in the document or in a part of it. */
  readonly all: (selector: string, from?: ParentNode) => Part[];
  /** The first that a selector finds; throws when there is none. */
  readonly one: (selector: string, from?: ParentNode) => Part;
  /** The shared map. */
  readonly live: () => SVGSVGElement;
  /** What a mark or a pill says: actor, stance, evidence, spotlight. */
  readonly lineOf: (mark: Part) => string;
  readonly marks: (map: SVGSVGElement) => string[];
  readonly overlay: (map: SVGSVGElement) => string[];
  /** Labels of the shared map that say what those of the given map do not. */
  readonly strayLabels: (map: SVGSVGElement) => string[];
}

/** How tests read the ledger: the part of the probe in `storyLedger.ts`. */
export interface LedgerReading {
  readonly expected: (map: SVGSVGElement) => string[];
  readonly shown: () => string[];
  readonly expectedBar: (map: SVGSVGElement) => string[];
  readonly shownBar: () => string[];
}

/** What tests may ask inside the page: `storyProbe.ts`. */
export interface Probe {
  /** Resolves when nothing has scrolled, moved or been resized for `quiet` milliseconds and their frames. */
  readonly rest: (quiet: number) => Promise<void>;
  readonly look: () => Look;
  readonly steps: () => Part[];
  /** Scrolls at once until the given share (0–1) of a step's height has passed the trigger line. */
  readonly scrollInto: (step: string, share: number) => void;
  /** Height of the trigger line in the window, in pixels. */
  readonly line: () => number;
  /** The document's own map that must be shown now. */
  readonly sheet: () => SVGSVGElement;
  /** What must be gone when no flight is under way. */
  readonly leftovers: () => string[];
}

declare global {
  var storyMarks: Marks;
  var storyLedger: LedgerReading;
  var storyProbe: Probe;
}
