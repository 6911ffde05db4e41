import { refining } from '../../../languages/refining/messages.ts';
import { language } from '../../../languages/search/messages.ts';
import { listMonthNames, readDate, readRange } from '../state/read-date.ts';
import { findBoundError, isBackwards, type SearchState } from '../state/search-state.ts';

/** A range of dates. */
type DateRange = Pick<SearchState, 'from' | 'to'>;

/** The fields for the first and the last date. */
export interface DateFields {
  /** Shows a range, except in a field that has the focus. */
  show(range: DateRange): void;
}

/**
 * Makes the fields work: a valid range is chosen when a reader leaves a field or submits the form; for an invalid one an
 * error is shown, and nothing is chosen.
 *
 * @param error where the error is shown
 */
export function createDateFields(
  form: HTMLFormElement,
  fields: { from: HTMLInputElement; to: HTMLInputElement },
  error: HTMLElement,
  choose: (range: DateRange) => void,
): DateFields {
  let shown: DateRange | undefined;
  const showError = (text: string, invalid: readonly HTMLInputElement[]) => {
    error.hidden = text === '';
    error.textContent = text;
    for (const field of Object.values(fields)) field.ariaInvalid = String(invalid.includes(field));
  };
  const months = listMonthNames(language);
  const read = ({ value }: HTMLInputElement) => readDate(value, months) ?? value.trim();
  const set = () => {
    // A range in one field fills both.
    for (const { value } of Object.values(fields)) {
      const range = readRange(value);
      if (range) [fields.from.value, fields.to.value] = range;
    }
    const [from, to] = [read(fields.from), read(fields.to)];
    const invalid = Object.values(fields).filter((field) => findBoundError(read(field)) !== undefined);
    const [first] = invalid;
    if (first) {
      showError(refining.wrongDate(findBoundError(read(first)) ?? ''), invalid);
    } else if (isBackwards(from, to)) {
      showError(refining.backwards, Object.values(fields));
    } else {
      showError('', []);
      if (from !== shown?.from || to !== shown.to) choose({ from, to });
    }
  };
  // Before this, submitting it would load the page again.
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    set();
  });
  form.addEventListener('change', set);
  return {
    show(range) {
      // What a reader is correcting stays while the answer to the search before it comes.
      if (range.from === shown?.from && range.to === shown.to) return;
      shown = range;
      for (const [name, field] of Object.entries(fields)) {
        if (field !== document.activeElement) field.value = range[name as keyof DateRange];
      }
      showError('', []);
    },
  };
}
