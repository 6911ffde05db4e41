import { crc32, deflateRawSync } from 'node:zlib';

/** A file in a ZIP file that a test writes. */
export interface ZipEntry {
  name: string;
  content: Uint8Array;
  isDeflated?: boolean;
  isEncrypted?: boolean;
  /** What is said of its size. */
  claimed?: number;
}

/** Writes a ZIP file (APPNOTE 6.3.10, section 4.3), with whatever names and sizes are asked for. */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, content, isDeflated = false, isEncrypted = false, claimed } of entries) {
    const packed = isDeflated ? deflateRawSync(content) : Buffer.from(content);
    // The key is checked by the twelve bytes before what is encrypted.
    const data = isEncrypted ? Buffer.concat([Buffer.alloc(12), packed]) : packed;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    // Names are in UTF-8.
    fields.writeUInt16LE(0x800 + (isEncrypted ? 1 : 0), 2);
    fields.writeUInt16LE(isDeflated ? 8 : 0, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(claimed ?? content.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    centrals.push(
      Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), fields, rest, Buffer.from(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
