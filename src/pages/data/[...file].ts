import type { APIRoute, GetStaticPaths } from 'astro';
import { dataFiles } from './_dataFiles.ts';

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
};

/** One file each: tables, the whole record, its schemas and the descriptor. */
export const getStaticPaths = (() =>
  [...dataFiles().files.values()].map(({ path, text }) => ({
    params: { file: path },
    props: { text },
  }))) satisfies GetStaticPaths;

/** A file for others, as text. */
export const GET: APIRoute<{ text: string }> = ({ params, props }) => {
  const type = TYPES[params.file?.split('.').at(-1) ?? ''] ?? 'text/plain';
  return new Response(props.text, { headers: { 'Content-Type': type } });
};
