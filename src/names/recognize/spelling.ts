import type { AnyKind, Candidate } from './candidate.ts';
import type { Signal } from './signals.ts';

/** All occurrences of one spelling in a text, with what speaks for each kind. */
export interface Spelling {
  name: string;
  mentions: Candidate[];
  /** The strongest signal of each reason. */
  signals: Map<string, Signal>;
  longForm: string | undefined;
}

/** Adds a signal to a spelling; of several of one reason, only the strongest counts. */
export function addSignal({ signals }: Spelling, signal: Signal): void {
  const key = `${signal.kind} ${signal.reason}`;
  const known = signals.get(key);
  if (!known || Math.abs(known.weight) < Math.abs(signal.weight)) signals.set(key, signal);
}

/** The sums of what speaks for each kind. */
export function weighKinds({ signals }: Spelling): Record<AnyKind, number> {
  const sums = { person: 0, place: 0, organization: 0, other: 0 };
  for (const { kind, weight } of signals.values()) sums[kind] += weight;
  return sums;
}
