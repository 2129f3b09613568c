// @ts-check
/** `npm run publish-lock`: takes what the record says now as published. */
import { prepare, report, runFile } from './setup.mjs';

try {
  process.exitCode = await runFile(await prepare(), 'src/integrations/runPublishLock.ts');
} catch (error) {
  report(error);
}
