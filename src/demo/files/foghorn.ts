/** The samples of a second. */
const rate = 8000;

/** Synthesizes a fog signal, two blasts of a second: a WAV file (RIFF, PCM of 8 bits, mono). */
export function recordFoghorn(): Uint8Array {
  const seconds = 4;
  const samples = Uint8Array.from({ length: rate * seconds }, (_, index) => {
    const time = index / rate;
    const within = time % 2;
    const loudness = within < 1.3 ? Math.min(1, within * 8, (1.3 - within) * 5) : 0;
    const wave = [1, 2, 3, 5].reduce(
      (sum, partial) => sum + Math.sin(2 * Math.PI * 110 * partial * time) / partial,
      0,
    );
    return Math.round(128 + 50 * loudness * wave);
  });
  const header = new DataView(new ArrayBuffer(44));
  const text = (offset: number, value: string) =>
    [...value].forEach((character, index) => header.setUint8(offset + index, character.charCodeAt(0)));
  text(0, 'RIFF');
  header.setUint32(4, 36 + samples.length, true);
  text(8, 'WAVEfmt ');
  header.setUint32(16, 16, true);
  // PCM, one channel.
  header.setUint16(20, 1, true);
  header.setUint16(22, 1, true);
  header.setUint32(24, rate, true);
  header.setUint32(28, rate, true);
  header.setUint16(32, 1, true);
  header.setUint16(34, 8, true);
  text(36, 'data');
  header.setUint32(40, samples.length, true);
  return new Uint8Array([...new Uint8Array(header.buffer), ...samples]);
}
