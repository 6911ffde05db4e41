import { foldName } from '../fold-name.ts';
import type { Proposal } from './proposal.ts';

/**
 * Takes from each proposal the variants that may also mean another one, and says so: as a variant of one record, such a name
 * would find the others in texts, and no two records may have the same name.
 *
 * @param proposals changed in place
 * @param longFormsOf the headings of people whose family name is a name
 */
export function removeSharedVariants(
  proposals: readonly Proposal[],
  longFormsOf: (name: string) => string[],
): void {
  const owners = new Map<string, number>();
  for (const { heading, variants } of proposals)
    for (const name of new Set([heading, ...variants].map(foldName)))
      owners.set(name, (owners.get(name) ?? 0) + 1);
  for (const proposal of proposals) {
    const own = foldName(proposal.heading);
    const isShared = (name: string) =>
      (owners.get(foldName(name)) ?? 0) > 1 ||
      (proposal.kind === 'person' && longFormsOf(name).some((each) => each !== proposal.heading));
    const alone = proposal.variants.filter((name) => foldName(name) !== own && isShared(name));
    // "Mr. Venn" means whoever "Venn" means.
    const shared = proposal.variants.filter(
      (name) => alone.includes(name) || alone.some((short) => name.endsWith(` ${short}`)),
    );
    if (shared.length === 0) continue;
    proposal.variants = proposal.variants.filter((name) => !shared.includes(name));
    const listed = shared.map((name) => `"${name}"`).join(', ');
    proposal.doubts.push(`no variant of it, since it may also mean others: ${listed}`);
  }
}
