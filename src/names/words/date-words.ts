const dates = new Map<string, ReadonlySet<string>>();

/** Whether a word is the name of a day or month in a language (CLDR). @param word in lower case */
export function isDateWord(word: string, language: string): boolean {
  let names = dates.get(language);
  if (!names) {
    names = namesOf(language);
    dates.set(language, names);
  }
  return names.has(word);
}

function namesOf(language: string): ReadonlySet<string> {
  // Abbreviations are too often names: "Jan", "Sun".
  const day = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  const all = Array.from({ length: 12 }, (_, index) => [
    day.format(Date.UTC(2021, 0, index + 1)),
    month.format(Date.UTC(2021, index, 15)),
  ]).flat();
  return new Set(all.map((name) => name.toLowerCase()));
}
