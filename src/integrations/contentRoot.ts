import { env } from 'node:process';

/** The folder that holds the content, relative to the project: `CONTENT_ROOT`, or `content`. */
export function contentRoot(): string {
  return env.CONTENT_ROOT ?? './content';
}
