import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkContent } from '../story/checkContent.ts';
import { formatProblems } from '../story/formatProblems.ts';
import { contentRoot } from './contentRoot.ts';
import { readContent } from './readContent.ts';

/** The list of everything wrong below a folder, paths as seen from `from`; empty when all is well. */
export function contentReport(root: string, from: string): string {
  return formatProblems(checkContent(readContent(root)), withSlashes(relative(from, root)));
}

/**
 * Stops a build before anything is written when an author's file has a mistake: prints the whole list
 * and exits with 1, so that the last good output stays. The live mode prints it at the start and after
 * each change, and goes on serving.
 */
export function contentCheck(): AstroIntegration {
  let project = process.cwd();
  const root = (): string => resolve(project, contentRoot());
  const report = (): string => contentReport(root(), project);
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': async ({ command, config }) => {
        project = fileURLToPath(config.root);
        if (command === 'build') await stopOn(report());
      },
      'astro:server:setup': ({ server }) => {
        const show = (): boolean => process.stderr.write(report());
        show();
        server.watcher.add(root());
        server.watcher.on('all', (_, path) => {
          if (resolve(path).startsWith(`${root()}${sep}`)) show();
        });
      },
    },
  };
}

/** Ends the process rather than throwing: an author needs the list, not a stack trace. */
async function stopOn(report: string): Promise<void> {
  if (report === '') return;
  // A pipe may take the text later than write() returns; exiting at once would cut the list.
  await new Promise((written) => process.stderr.write(report, written));
  process.exit(1);
}

function withSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}
