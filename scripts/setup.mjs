// @ts-check
/**
 * What every command of the project needs first: its packages, and a Node new enough for them.
 * Plain Node 20 without dependencies, since it runs before anything is installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder, absolute. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Oldest Node that Astro and Vitest accept, as [major, minor]. */
const OLDEST_NODE = /** @type {const} */ ([22, 12]);

/** A problem that the person at the keyboard can solve; its message is one sentence for them. */
export class SetupError extends Error {}

/**
 * @typedef {object} Toolchain
 * @property {string} node absolute path of the Node that runs the project's programs
 * @property {NodeJS.ProcessEnv} env environment for them, with that Node first in PATH
 */

/**
 * @typedef {object} Package the fields read of a package.json or of an entry of the lockfile
 * @property {string} [version]
 * @property {boolean} [optional]
 * @property {boolean} [link]
 * @property {string | Record<string, string>} [bin]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 */

/**
 * Installs the packages where they are missing or not those of the lockfile, and finds a Node.
 * @returns {Promise<Toolchain>}
 * @throws {SetupError} when either cannot be had
 */
export async function prepare() {
  if (!packagesMatchLockfile()) await installPackages();
  const node = usableNode();
  return { node, env: environment(dirname(node)) };
}

/**
 * Runs one of the project's programs (`astro`, `eslint`, …) in the repository's folder.
 * @param {Toolchain} toolchain
 * @param {string} program name of a binary of a direct dependency
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, interactive?: boolean, timeout?: number }} [options]
 *   `env` is added to the toolchain's; `timeout` in milliseconds
 * @returns {Promise<number>} exit code
 */
export function runProgram(toolchain, program, args, { env = {}, ...rest } = {}) {
  return run(toolchain.node, [programFile(program), ...args], {
    env: { ...toolchain.env, ...env },
    ...rest,
  });
}

/**
 * Runs a file of the project that needs no program but Node; it may be TypeScript.
 * @param {Toolchain} toolchain
 * @param {string} file path below the repository's folder
 * @param {readonly string[]} [args]
 * @param {{ timeout?: number }} [options] `timeout` in milliseconds
 * @returns {Promise<number>} exit code
 */
export function runFile({ node, env }, file, args = [], options = {}) {
  // Node 22.12 needs the option for TypeScript, newer ones do it without.
  const typed = file.endsWith('.ts') ? ['--experimental-strip-types', '--no-warnings'] : [];
  return run(node, [...typed, join(root, file), ...args], { env, ...options });
}

/**
 * Runs one of package.json's scripts, without npm's own lines.
 * @param {Toolchain} toolchain
 * @param {string} script
 * @param {{ timeout?: number }} [options] `timeout` in milliseconds
 * @returns {Promise<number>} exit code
 */
export function runScript({ env }, script, options = {}) {
  return npm(['run', '--silent', script], { env, ...options });
}

/**
 * Ends a command: prints a person's sentence for a SetupError, the stack for anything else.
 * @param {unknown} error
 */
export function report(error) {
  console.error(error instanceof SetupError ? `\n${error.message}` : error);
  process.exitCode = 1;
}

/** True when every package of the lockfile that is not optional is installed in its version. */
function packagesMatchLockfile() {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true;
    const found = installed[path];
    return found ? found.version === version : optional === true;
  });
}

/**
 * @param {string} file a lockfile: the project's, or the one npm keeps of what it installed
 * @returns {Record<string, Package> | undefined} undefined when missing or unreadable
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

async function installPackages() {
  // A person's NODE_ENV=production would leave the tools out. Warnings about the engine are
  // expected under an older Node: the programs run under the one that the lockfile brings.
  const options = ['--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const quiet = [...options, '--loglevel=error'];
  console.log('Installing the packages of package-lock.json (npm ci), about a minute …');
  if ((await npm(['ci', ...quiet])) === 0) return;
  console.log('npm ci did not take package-lock.json as it is: trying npm install instead …');
  if ((await npm(['install', ...quiet])) === 0) return;
  throw new SetupError('The packages could not be installed; npm says above what stopped it.');
}

/**
 * Runs the npm that runs us, or else the one in PATH.
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, timeout?: number }} [options]
 * @returns {Promise<number>} exit code
 */
function npm(args, { env = environment(dirname(process.execPath)), timeout } = {}) {
  const own = process.env.npm_execpath;
  const options = { env, ...(timeout === undefined ? {} : { timeout }) };
  if (own && basename(own) === 'npm-cli.js') return run(process.execPath, [own, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env: NodeJS.ProcessEnv, interactive?: boolean, timeout?: number, shell?: boolean }} options
 * @returns {Promise<number>} exit code; 1 when ended by a signal
 */
function run(command, args, { env, interactive = false, timeout, shell = false }) {
  const child = spawn(command, args, {
    cwd: root,
    env,
    shell,
    stdio: [interactive ? 'inherit' : 'ignore', 'inherit', 'inherit'],
    ...(timeout === undefined ? {} : { timeout }),
  });
  const stopForwarding = forwardSignals(child);
  return new Promise((finished, failed) => {
    child.on('error', (error) => {
      failed(new SetupError(`${command} could not be started: ${error.message}.`));
    });
    child.on('close', (code) => {
      finished(code ?? 1);
    });
  }).finally(stopForwarding);
}

/**
 * When we are told to end, tells the child and waits for it, so that nothing is left running.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} to call when the child has ended; ends us too where we were told to
 */
function forwardSignals(child) {
  /** @type {NodeJS.Signals | undefined} */
  let received;
  const forward = (/** @type {NodeJS.Signals} */ signal) => {
    received = signal;
    child.kill(signal);
  };
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, forward);
  return () => {
    for (const signal of signals) process.off(signal, forward);
    if (received) process.kill(process.pid, received);
  };
}

/** The Node of the lockfile, or else the one that runs us where it is new enough. */
function usableNode() {
  const packaged = join(root, 'node_modules', '.bin', 'node');
  if (existsSync(packaged) && nodeIsNewEnough(versionOf(packaged))) return packaged;
  if (nodeIsNewEnough(process.versions.node)) return process.execPath;
  throw new SetupError(
    `This needs Node ${OLDEST_NODE.join('.')} or newer and found ${process.versions.node}: ` +
      'install Node 26 from https://nodejs.org, then run the command again.',
  );
}

/** @param {string} node path of a Node; the version that it prints, or '' when it does not start */
function versionOf(node) {
  const { status, stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim().replace(/^v/, '') : '';
}

/** @param {string} version for example 26.10.0 */
export function nodeIsNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

/**
 * @param {string} firstInPath folder of the Node to use
 * @returns {NodeJS.ProcessEnv}
 */
function environment(firstInPath) {
  // Windows spells the variable Path; two spellings in one environment would hide one of them.
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const path = [firstInPath, join(root, 'node_modules', '.bin'), process.env[name]];
  const joined = path.filter(Boolean).join(delimiter);
  return { ...process.env, [name]: joined, ASTRO_TELEMETRY_DISABLED: '1' };
}

/**
 * The JavaScript file behind the name of a program, read from the packages themselves: the links
 * in node_modules/.bin would start under whichever Node their first line finds.
 * @param {string} program
 */
function programFile(program) {
  const { dependencies, devDependencies } = readPackage(root);
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
    const folder = join(root, 'node_modules', name);
    const bin = readPackage(folder).bin ?? {};
    const files = typeof bin === 'string' ? { [basename(name)]: bin } : bin;
    const file = files[program];
    if (file) return join(folder, file);
  }
  throw new SetupError(`None of the project's packages brings a program named "${program}".`);
}

/**
 * @param {string} folder
 * @returns {Package}
 */
function readPackage(folder) {
  const file = join(folder, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
