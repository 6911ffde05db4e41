import { SourceError } from '../source-error.ts';
import { readXmlPart } from './xml-part.ts';
import type { Zip } from './zip.ts';

/**
 * Refuses an OpenDocument file of which parts are encrypted (ODF 1.3 part 2, section 3.4). Encrypted files of Office Open
 * XML are no ZIP files.
 *
 * @throws {SourceError}
 */
export async function refuseEncrypted(zip: Zip): Promise<void> {
  await readXmlPart(zip, 'META-INF/manifest.xml', {
    open(element) {
      if (!/^(?:encryption-data|encrypted-key)$/.test(element)) return;
      const fix = 'Open it with its password, save it without one, and ingest that.';
      throw new SourceError('an encrypted document', 'a document without a password', fix);
    },
  });
}
