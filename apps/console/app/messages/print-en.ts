export const printEn = {
  title: 'Print the plan',
  note: 'Breakdown and timeline as PDF, with what the signs mean. Rows that do not fit go on to further pages.',
  width: 'Width of a page in millimetres',
  widthHint: 'Lying on its side: A4 is 297, A3 420, A2 594, A1 841, A0 1189. From 180 to 5000.',
  pages: 'Pages side by side',
  pagesHint: 'The timeline is spread over so many, each with the breakdown at its left. 1 to 20.',
  make: 'Make the PDF',
  making: 'The file is being made …',
  made: 'The file is made: your browser has it among its downloads.',
  failed: 'The file could not be made. Check your connection and try again.',
  back: 'Back to the plan',
  link: 'Print (PDF)',
}
