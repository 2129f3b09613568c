/** How long a statement stays on the map while it plays, in milliseconds. */
const BEAT = 900;

/** Goes on by itself from the reader's own press of play until the end, a pause, or a page out of sight. */
export interface Player {
  readonly button: HTMLElement | null;
  isPlaying(): boolean;
  play(): void;
  pause(): void;
}

/** Adopts the play button; `advance` goes one statement on and is false at the end. */
export function createPlayer(root: HTMLElement, advance: () => boolean): Player {
  const button = root.querySelector<HTMLElement>('[data-play]');
  const words = button?.querySelector('[data-play-words]');
  const idle = words?.textContent ?? '';
  let timer = 0;
  const set = (isPlaying: boolean): void => {
    root.toggleAttribute('data-playing', isPlaying);
    if (words) words.textContent = isPlaying ? 'Pause' : idle;
  };
  const pause = (): void => {
    clearTimeout(timer);
    timer = 0;
    set(false);
  };
  const beat = (): void => {
    if (!advance()) pause();
    else timer = window.setTimeout(beat, BEAT);
  };
  root.ownerDocument.addEventListener('visibilitychange', () => {
    if (root.ownerDocument.hidden) pause();
  });
  return {
    button,
    isPlaying: () => timer !== 0,
    play() {
      set(true);
      timer = window.setTimeout(beat, BEAT);
    },
    pause,
  };
}
