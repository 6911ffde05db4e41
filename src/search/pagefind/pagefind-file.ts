/** What each of Pagefind's own files begins with, once it is decompressed. */
export const signature = 'pagefind_dcd';

/** Decompresses a file of Pagefind's in a browser; some hosts send it decompressed. */
export async function decompress(file: Response): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isPlain = new TextDecoder().decode(bytes.subarray(0, signature.length)) === signature;
  if (isPlain) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
