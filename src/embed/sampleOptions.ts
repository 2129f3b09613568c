/*
 * What the address of a sample page asks for, applied to the codes that stand in it: `theme`, `top`, the
 * height of a bar of the page's own, and `step`. For the preview; other people's pages have no such script.
 */
const given = new URLSearchParams(location.search);
const theme = given.get('theme');
const top = Number(given.get('top'));
const step = given.get('step');

if (top > 0 && top <= 300) {
  const bar = document.createElement('p');
  bar.className = 'host-bar';
  bar.textContent = 'A bar of the page’s own';
  bar.style.cssText = `margin:0;height:${String(top)}px`;
  document.body.prepend(bar);
}
for (const sample of document.querySelectorAll<HTMLElement>('[data-sample]')) {
  const { first = '', sample: code } = sample.dataset;
  const withStep = (address: string): string =>
    step === null ? address : address.replaceAll(`step/${first}`, `step/${step}`);
  for (const element of sample.querySelectorAll<HTMLElement>('nothing-ruled-out')) {
    if (theme) element.dataset.theme = theme === 'dark' ? theme : 'light';
    if (top > 0) element.style.setProperty('--nothing-ruled-out-top', `${String(top)}px`);
  }
  for (const frame of sample.querySelectorAll('iframe')) {
    const address = new URL(withStep(frame.src));
    if (theme) {
      address.searchParams.set('theme', theme);
      frame.style.colorScheme = theme === 'auto' ? 'light dark' : theme;
    }
    if (step && code === 'stepper') address.searchParams.set('step', step);
    if (top > 0 && frame.style.position === 'sticky') {
      frame.style.top = `${String(top)}px`;
      frame.style.height = `calc(100vh - ${String(top)}px)`;
    }
    if (address.href !== frame.src) frame.src = address.href;
  }
  if (code !== 'picture') continue;
  for (const image of sample.querySelectorAll('img')) {
    image.src = withStep(image.src);
    image.srcset = withStep(image.srcset);
  }
}

export {};
