/** Whether a text holds a wording; a number at its edge only as a whole: 25 is no part of 2518, 3号线 none of 13号线. */
export function holdsForm(text: string, form: string): boolean {
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
    if (!goesOn(text, at - 1, form[0]!) && !goesOn(text, at + form.length, form.at(-1)!)) return true
  return false
}

function goesOn(text: string, neighbour: number, edge: string): boolean {
  return isDigit(edge) && isDigit(text[neighbour] ?? '')
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9'
}
