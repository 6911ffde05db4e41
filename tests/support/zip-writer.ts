import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a ZIP file that a test writes; what is given besides name and data makes it a strange one. */
export interface ZipPart {
  name: string;
  data: string | Uint8Array;
  /** Whether it is stored as it is, as the first part of an OpenDocument file has to be. */
  isStored?: boolean;
  /** General purpose flags (APPNOTE 4.4.4): 1 says that it is encrypted. */
  flags?: number;
  /** The size that it declares, in place of its own. */
  declaredSize?: number;
  /** Whether it is a symbolic link to the path that is its data, as Unix writes it. */
  isLink?: boolean;
}

/** Writes a ZIP file (APPNOTE 6.3): the same parts make the same bytes. */
export function writeZip(parts: readonly ZipPart[]): Buffer<ArrayBuffer> {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, data, isStored = false, flags = 0, declaredSize, isLink = false } of parts) {
    const bytes = Buffer.from(data);
    const plain = isStored ? bytes : deflateRawSync(bytes);
    // The key is checked by twelve bytes before what is encrypted (APPNOTE 6.1.5).
    const packed = (flags & 1) === 0 ? plain : Buffer.concat([Buffer.alloc(12), plain]);
    const path = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags | 0x800, 2);
    fields.writeUInt16LE(isStored ? 0 : 8, 4);
    // 1 January 1980, the first day of the format.
    fields.writeUInt16LE(0x21, 8);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(declaredSize ?? bytes.length, 18);
    fields.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, path, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(isLink ? 0o120777 * 0x10000 : 0, 6);
    rest.writeUInt32LE(offset, 10);
    const made = isLink ? '\x14\x03' : '\x14\x00';
    directory.push(Buffer.from(`PK\x01\x02${made}`, 'latin1'), fields, rest, path);
    files.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, central, end]);
}
