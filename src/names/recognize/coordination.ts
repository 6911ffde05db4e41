import type { Candidate } from './candidate.ts';
import { addSignal, weighKinds, type Spelling } from './spelling.ts';

const joints = new Set([',', 'and', 'et', 'und', 'y', 'e', 'or', '/', ';', '&']);

/** Gives names that are listed together, "Holm, Berg and Lund", a little of what is known of each other. */
export function addNeighbourSignals(
  candidates: readonly Candidate[],
  spellings: ReadonlyMap<string, Spelling>,
): void {
  for (let index = 1; index < candidates.length; index++) {
    const [before, after] = [candidates[index - 1] as Candidate, candidates[index] as Candidate];
    if (before.line !== after.line || before.isDateline !== after.isDateline) continue;
    const between = before.line.tokens.slice(before.end, after.first).map(({ lower }) => lower);
    if (between.length === 0 || between.length > 2 || !between.every((word) => joints.has(word))) continue;
    pass(spellings.get(before.name), spellings.get(after.name));
    pass(spellings.get(after.name), spellings.get(before.name));
  }
}

function pass(from: Spelling | undefined, to: Spelling | undefined): void {
  if (!from || !to || from === to) return;
  const sums = weighKinds(from);
  for (const kind of ['person', 'place', 'organization'] as const) {
    const others = Math.max(
      ...(['person', 'place', 'organization'] as const)
        .filter((each) => each !== kind)
        .map((each) => sums[each]),
    );
    if (sums[kind] > others + 1.5)
      addSignal(to, { kind, weight: 0.8, reason: 'listed with others of its kind' });
  }
}
