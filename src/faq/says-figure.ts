/** Whether a text prints a figure; a falling rate of a table (-9.58%) is said without its sign. */
export function saysFigure(text: string, figure: { text: string }): boolean {
  return text.includes(figure.text.replace(/^[-−－]\s*/, ''))
}
