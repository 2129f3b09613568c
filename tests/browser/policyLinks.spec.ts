import { authoredSteps } from './support/authored.ts';
import { expect, test } from './support/belowPath.ts';
import { goToStep } from './support/storyPage.ts';

/** The page that says "not found" begins its addresses at SITE_URL's path: `tests/build/` has it. */
const PAGES = ['', 'explore/', 'table/', 'actors/', 'text/', 'borders/', 'time/', 'actors/fra/'];

for (const place of ['the root', 'a path'] as const) {
  test(`at ${place} every link, anchor, font, script and picture is there`, async ({
    page,
    site,
    belowPath,
  }) => {
    test.slow();
    const { url } = place === 'the root' ? site : belowPath;
    const broken: string[] = [];
    const anchors = new Map<string, Set<string>>();
    const links: string[] = [];
    for (const path of PAGES) {
      await page.goto(`${url}${path}`);
      const found = await page.evaluate(addressesOfPage);
      anchors.set(page.url(), new Set(found.ids));
      links.push(...found.addresses.map((address) => `${address} on /${path}`));
    }
    const answers = new Map<string, number>();
    for (const link of new Set(links)) {
      const [address = ''] = link.split(' on ');
      const [target = '', anchor] = address.split('#');
      if (!target.startsWith(url)) {
        if (target.startsWith(new URL(url).origin)) broken.push(`${link} leaves the site`);
        continue;
      }
      const status = answers.get(target) ?? (await page.request.get(target)).status();
      answers.set(target, status);
      if (status !== 200) broken.push(`${link}: ${status}`);
      const ids = anchors.get(target);
      if (anchor && ids && !ids.has(decodeURIComponent(anchor))) broken.push(`${link}: no anchor`);
    }
    expect(links.length).toBeGreaterThan(500);
    expect(broken).toEqual([]);
  });
}

test('served below a path, the story follows the reader as it does at the root', async ({
  page,
  belowPath,
}) => {
  await page.goto(`${belowPath.url}#${authoredSteps[5]!.id}`);
  await expect(page.locator('[data-story]')).toHaveAttribute('data-enhanced', '');
  await goToStep(page, authoredSteps[6]!.id);
  await expect(page).toHaveURL(`${belowPath.url}#${authoredSteps[6]!.id}`);
  await page.locator('.ledger-list a').first().click();
  await expect(page).toHaveURL(/\/x\/y\/actors\/\w+\/$/);
  await page.locator('.page-bar a').first().click();
  await expect(page).toHaveURL(belowPath.url);
});

/** Runs in a page: every address it names, absolute, and every id it has. */
function addressesOfPage(): { addresses: string[]; ids: string[] } {
  const attributes = ['href', 'src', 'poster', 'data'];
  const named = [...document.querySelectorAll(attributes.map((name) => `[${name}]`).join())];
  const addresses = named
    .flatMap((element) => attributes.map((name) => element.getAttribute(name)))
    .filter((address) => address !== null)
    .map((address) => new URL(address, document.baseURI).href);
  const styles = [...document.querySelectorAll('style')].map(({ textContent }) => textContent);
  const fonts = [...styles.join('\n').matchAll(/url\(["']?([^"')]+)["']?\)/g)].map(
    ([, to = '']) => to,
  );
  const outside = fonts.map((address) => new URL(address, document.baseURI).href);
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  return { addresses: [...addresses, ...outside], ids };
}
