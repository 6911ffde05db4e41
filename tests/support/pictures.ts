import { hash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';

/** Creates a picture without anything in it, to be saved in some format: a gradient, which compresses like a plain photo. */
export function makePicture(width: number, height: number): Sharp {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1">
      <stop offset="0" stop-color="#123a5a"/><stop offset="1" stop-color="#e8d9b0"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#g)"/>
    <circle cx="30%" cy="60%" r="15%" fill="#8a2c1f"/></svg>`;
  return sharp(Buffer.from(svg)).flatten();
}

/** A JPEG of a size, as bytes. */
export function makeJpeg(width = 60, height = 40): Promise<Uint8Array> {
  return bytesOf(makePicture(width, height).jpeg());
}

/** The bytes of a picture, in a buffer of their own. */
export async function bytesOf(picture: Sharp): Promise<Uint8Array> {
  return new Uint8Array(await picture.toBuffer());
}

/** The SHA-256 of bytes, in hexadecimal. */
export function sumOf(bytes: Uint8Array): string {
  return hash('sha256', bytes);
}
