// @ts-check
/** Runs one of the project's programs under the project's Node: `node scripts/run.mjs astro dev`. */
import { prepare, report, runProgram, SetupError } from './setup.mjs';

try {
  const [program, ...args] = process.argv.slice(2);
  if (!program) throw new SetupError('Say which program to run: node scripts/run.mjs astro dev');
  process.exitCode = await runProgram(await prepare(), program, args, { interactive: true });
} catch (error) {
  report(error);
}
