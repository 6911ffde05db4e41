import type { AnyKind } from './candidate.ts';

/** What speaks for a kind at one place of a text, with its weight: 1 is a hint, 3 settles it unless others contradict. */
export interface Signal {
  kind: AnyKind;
  weight: number;
  /** What it is, as it is told to the person who decides. */
  reason: string;
}

/** Adds a signal. */
export type AddSignal = (kind: AnyKind, weight: number, reason: string) => void;
