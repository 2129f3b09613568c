/**
 * Makes the explored map the last screen of a story: a button puts its page into the story's. Until it is
 * pressed nothing of that page is asked for; without scripts the links beside it lead there.
 */
export function offerExplore(screen: HTMLElement): void {
  const button = screen.querySelector('button');
  const frame = screen.querySelector('template')?.content.querySelector('iframe');
  if (!button || !frame) throw new Error('offerExplore: expected a button and a frame');
  button.addEventListener('click', () => {
    const shown = document.importNode(frame);
    button.remove();
    screen.append(shown);
    // By hand: what stays in place over the story, and scrolls are padded for, is not in sight here.
    scrollBy({ top: shown.getBoundingClientRect().top, behavior: 'instant' });
    shown.focus({ preventScroll: true });
  });
  screen.setAttribute('data-enhanced', '');
}
