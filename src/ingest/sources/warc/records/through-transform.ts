import type { Transform } from 'node:stream';

/**
 * Passes bytes through a decompressor, which gets a piece only when all that came of the one before was asked for: nothing
 * goes on by itself, and a small piece may become very much.
 *
 * @returns when the decompressor ends, even when there are more pieces
 * @throws errors of the decompressor, which is destroyed in any case
 */
export async function* throughTransform(
  pieces: AsyncIterable<Buffer>,
  transform: Transform,
): AsyncGenerator<Buffer, void> {
  let [wake, isEnded]: [() => void, boolean] = [() => {}, false];
  let failure: Error | undefined;
  transform.on('readable', () => wake());
  transform.on('end', () => {
    isEnded = true;
    wake();
  });
  transform.on('error', (error: Error) => {
    failure = error;
    wake();
  });
  async function* drain(isDone: () => boolean): AsyncGenerator<Buffer, void> {
    for (;;) {
      if (failure) throw failure;
      const piece = transform.read() as Buffer | null;
      if (piece) yield piece;
      else if (isEnded || isDone()) return;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  }
  try {
    for await (const piece of pieces) {
      let isWritten = false;
      transform.write(piece, () => {
        isWritten = true;
        wake();
      });
      yield* drain(() => isWritten);
      if (isEnded) return;
    }
    transform.end();
    yield* drain(() => false);
  } finally {
    transform.destroy();
  }
}
