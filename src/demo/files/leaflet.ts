const lines = [
  'WEND FERRY COMPANY',
  'Winter timetable, 2008',
  'Ternhythe, Fish Quay       08.15   12.30   17.00',
  'Hallick, harbour           09.40   13.55   18.25',
  'Until 31 December. After that there is no service.',
  'This leaflet and everything in it is invented.',
];

/** Prints the timetable of the ferry: a PDF 1.4 file of one page. */
export function printLeaflet(): Uint8Array {
  const text = lines
    .map(
      (line, index) =>
        `BT /F1 ${index === 0 ? 22 : 13} Tf 60 ${760 - index * 34} Td (${line.replace(/[()\\]/g, '\\$&')}) Tj ET`,
    )
    .join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}
