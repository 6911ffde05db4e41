/** Text that a spreadsheet would read as a formula (OWASP, "CSV Injection"). */
const isFormula = /^[=+\-@\t\r]/;

/**
 * Renders rows of cells as CSV (RFC 4180). A cell that a spreadsheet would read as a formula is preceded by an apostrophe,
 * which spreadsheets read as "this is text".
 */
export function renderCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(renderCell).join(',')}\r\n`).join('');
}

function renderCell(text: string): string {
  const safe = isFormula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
