/** The file with the checksums of all others. */
export const manifestFile = 'manifest-sha256.txt';

/**
 * Formats checksums as GNU `sha256sum` does, which escapes backslashes and line ends in names.
 *
 * @param sums SHA-256 in hexadecimal, by the path of the file
 * @returns a line for each file, sorted by path
 */
export function formatManifest(sums: Iterable<readonly [file: string, sha256: string]>): string {
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, sha256]) => {
      const name = file.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
      return `${name === file ? '' : '\\'}${sha256}  ${name}\n`;
    })
    .join('');
}

/** The paths in what {@link formatManifest} has made. */
export function parseManifest(manifest: string): string[] {
  const unescaped: Readonly<Record<string, string>> = { '\\\\': '\\', '\\n': '\n', '\\r': '\r' };
  return manifest
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const name = line.slice(line.indexOf('  ') + 2);
      return line.startsWith('\\') ? name.replace(/\\[\\nr]/g, (each) => unescaped[each] ?? each) : name;
    });
}
