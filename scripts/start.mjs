// @ts-check
/** `npm start`: installs what is missing, builds the site and serves it on an address it prints. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createSiteServer, listen } from './serve.mjs';
import { prepare, report, root, runScript, SetupError } from './setup.mjs';

const USAGE = 'npm start -- [--port NUMBER] [--no-build]';

try {
  const { port, build } = readOptions();
  const dist = join(root, 'dist');
  if (build && (await runScript(await prepare(), 'build')) !== 0) {
    throw new SetupError('The site was not built, so it is not served: the reasons are above.');
  }
  if (!existsSync(dist)) throw new SetupError('There is no dist/ to serve: leave out --no-build.');
  const address = await listen(createSiteServer(dist), port);
  console.log(`\nNothing Ruled Out is at ${address}/  (Ctrl+C ends it)`);
} catch (error) {
  report(error);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '4321' },
        'no-build': { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535) {
      throw new Error('--port takes a number from 0 to 65535');
    }
    return { port, build: !values['no-build'] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SetupError(`${reason}. Usage: ${USAGE}`);
  }
}
