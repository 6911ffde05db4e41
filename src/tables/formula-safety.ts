/**
 * Spreadsheets read a text that begins with one of these as a formula (OWASP, "CSV Injection"), unless an apostrophe is
 * before it. A text that has such apostrophes itself gets one more, so that it can be told from one that got its first.
 */
const isFormula = /^'*[=+\-@\t\r]/;

/** Makes the text of a cell safe for spreadsheets. The reverse of {@link removeFormulaSafety}. */
export function addFormulaSafety(text: string): string {
  return isFormula.test(text) ? `'${text}` : text;
}

/**
 * Removes the apostrophe that made the text of a cell safe, and no other.
 *
 * @example
 * removeFormulaSafety("'-33.9") // '-33.9'
 * removeFormulaSafety("'Round Midnight") // "'Round Midnight"
 */
export function removeFormulaSafety(cell: string): string {
  return cell.startsWith("'") && isFormula.test(cell) ? cell.slice(1) : cell;
}
