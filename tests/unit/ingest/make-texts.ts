/** A person's record, as a file. */
export function makePerson(name: string, ...variants: string[]): string {
  return `---\nname: ${name}\ndescription: d\nvariants: [${variants.join(', ')}]\n---\n`;
}

/** People whom some texts name, and of whom the source of others says that they are about them. */
const crew = ['Lena Brook', 'Idris Vale', 'Nora Holm', 'Tom Quill', 'Mira Sand'];

/** Some hundred texts, of which some have one title, some are copies and some are wrong. */
export function makeTexts(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index): [string, string] => {
      const copied = index % 17 === 16 ? index - 1 : index;
      const date = `2001-0${(copied % 9) + 1}-1${copied % 10}`;
      const title = copied % 5 === 0 ? 'The harbour is closed' : `Storm number ${copied} passes Norhaven`;
      const text = `Storm number ${copied} came from the sea at ${copied % 12} o'clock, and Ada Brook told ${copied * 7} people.`;
      const about = copied % 3 === 0 ? `People: ${crew[copied % 7] ?? ''}\n` : '';
      const named = crew[copied % 5] ?? '';
      const wrong = index % 31 === 30;
      return [
        `received/${String(index).padStart(4, '0')}.txt`,
        `Title: ${title}\nDate: ${wrong ? '31 February 2001' : date}\nTopics: Gale ${copied % 4}\n${about}\n${text}\n\nIt took ${copied * 3} hours, said ${named}. Ms. Brook was glad.\n`,
      ];
    }),
  );
}
