/** Texts that a spreadsheet would take for a formula (OWASP, "CSV Injection"). */
const isFormula = /^[=+\-@\t\r]/;

/**
 * Writes rows of cells as CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe before it,
 * which spreadsheets take as "this is text".
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(text: string): string {
  const safe = isFormula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
