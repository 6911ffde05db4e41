import { search } from '../../../languages/search/messages.ts';
import { faultOfBound, isBackwards, type SearchState } from './search-state.ts';

/** A range of dates. */
type Range = Pick<SearchState, 'from' | 'to'>;

/** The fields for the first and the last date. */
export interface DateFields {
  /** Shows a range, except in the field that is being typed in. */
  show(range: Range): void;
}

/**
 * Makes the fields work: what is right is chosen when a reader leaves a field or submits the form; what is wrong is said
 * to be, and chosen not.
 *
 * @param fault where to say what is wrong
 */
export function createDateFields(
  form: HTMLFormElement,
  fields: { from: HTMLInputElement; to: HTMLInputElement },
  fault: HTMLElement,
  choose: (range: Range) => void,
): DateFields {
  let shown: Range = { from: '', to: '' };
  const tell = (text: string, wrong: readonly HTMLInputElement[]) => {
    fault.hidden = text === '';
    fault.textContent = text;
    for (const field of Object.values(fields)) field.ariaInvalid = String(wrong.includes(field));
  };
  const set = () => {
    const [from, to] = [fields.from.value.trim(), fields.to.value.trim()];
    const wrong = Object.values(fields).filter(({ value }) => faultOfBound(value.trim()) !== undefined);
    const [first] = wrong;
    if (first) {
      tell(search.wrongDate(faultOfBound(first.value.trim()) ?? ''), wrong);
    } else if (isBackwards(from, to)) {
      tell(search.backwards, Object.values(fields));
    } else {
      tell('', []);
      if (from !== shown.from || to !== shown.to) choose({ from, to });
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    set();
  });
  form.addEventListener('change', set);
  return {
    show(range) {
      shown = range;
      for (const [name, field] of Object.entries(fields)) {
        if (field !== document.activeElement) field.value = range[name as keyof Range];
      }
      tell('', []);
    },
  };
}
