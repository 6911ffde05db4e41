/** Tells spreadsheets that a table is in UTF-8. */
export const byteOrderMark = '\uFEFF';
