import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Replaces what stands between `<!-- name -->` and `<!-- /name -->` in a page, so that its figures are a command's own.
 *
 * @throws {Error} where the page has no such section
 */
export function writeSection(file: string, name: string, content: string): void {
  const page = readFileSync(file, 'utf8');
  const section = new RegExp(`(<!-- ${name} -->\\n)[^]*?(<!-- /${name} -->)`, 'u');
  if (!section.test(page)) throw new Error(`Expected a section “${name}” in ${file}, got none`);
  writeFileSync(
    file,
    page.replace(section, (_, open: string, close: string) => `${open}\n${content}\n${close}`),
  );
}
