import type { Page } from '@playwright/test';

/** One change of a finger on the screen, at a place in pixels of the window. */
export type Touch = (
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  x: number,
  y: number,
) => Promise<unknown>;

/** A finger for a page: the browser makes of it what it makes of a real one, scrolling included. */
export async function createTouch(page: Page): Promise<Touch> {
  const session = await page.context().newCDPSession(page);
  return (type, x, y) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
    });
}
