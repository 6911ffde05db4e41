/** Decodes a percent-encoded path to bytes, which need not be UTF-8. */
export function decodeBytes(path: string): Buffer {
  const latin = path.replace(/%([0-9A-Fa-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return Buffer.from(latin, 'latin1');
}
