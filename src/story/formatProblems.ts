import { plainLine } from './characters.ts';
import type { Problem } from './problem.ts';

/**
 * The list as authors read it in the terminal: `file:line:col  CODE  found …, expected …`, each with
 * its hint on a line of its own, and a closing count. `root` is put before every path. Empty for none.
 */
export function formatProblems(problems: readonly Problem[], root = 'content'): string {
  if (problems.length === 0) return '';
  const lines = problems.map((problem) => formatProblem(problem, root));
  return `${lines.join('\n')}\n\n${closingLine(problems)}\n`;
}

function formatProblem(problem: Problem, root: string): string {
  const { file, line, column, code, found, expected, hint } = problem;
  const where = `${plainLine(root === '' ? file : `${root}/${file}`)}:${line}:${column}`;
  const mended = hint === undefined ? '' : `\n    hint: ${hint}`;
  return `${where}  ${code}  found ${found}, expected ${expected}${mended}`;
}

function closingLine(problems: readonly Problem[]): string {
  const files = new Set(problems.map(({ file }) => file)).size;
  const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
  return `${count} in ${files} ${files === 1 ? 'file' : 'files'}. docs/errors.md explains each code.`;
}
