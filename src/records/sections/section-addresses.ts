import { idOfName } from '../name-id.ts';
import type { Entry } from '../read/read-archive.ts';
import type { ArticleData } from '../schemas/schemas.ts';

/** The key of a publication's sections: what `people` is for people. */
export function sectionsKey(publication: string): string {
  return `publications/${publication}/sections`;
}

/** The id of a section, by its name alone: see {@link idOfName}. */
export function sectionIdOf(name: string): string {
  return idOfName(name, 'section');
}

/** The publication and the id of the section at an address of the ledger; `undefined` for another address. */
export function sectionIn(address: string): { publication: string; id: string } | undefined {
  const [, publication, id] = /^publications\/(.+)\/sections\/([^/]+)\/$/.exec(address) ?? [];
  return publication !== undefined && id !== undefined ? { publication, id } : undefined;
}

/** Lists the addresses of the sections that articles which are shown were printed in, as in the ledger. */
export function listSectionAddresses(articles: readonly Pick<Entry<ArticleData>, 'data'>[]): Set<string> {
  const printed = new Map<string, Set<string>>();
  for (const { data } of articles) {
    const { publication, section } = data.source ?? {};
    if (data.withdrawn || publication === undefined || section === undefined) continue;
    const sections = printed.get(publication) ?? new Set();
    printed.set(publication, sections.add(section));
  }
  const addresses = [...printed].flatMap(([publication, sections]) =>
    [...sections].map((section) => `${sectionsKey(publication)}/${sectionIdOf(section)}/`),
  );
  return new Set(addresses);
}
