import type { Report } from './report.js'

const NUMBER = /^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十\d]+[)）]|\d{1,2}[.、．])\s*/
/** A heading that is nothing but the name of a place or a body: 常德经济技术开发区. */
const NAME = /^\p{Script=Han}{2,14}(?:区|县|市|镇|乡|街道|集团|公司)$/u

/** The body that a heading above a section names, where it is another one than the report's place; '' elsewhere. */
export function bodyOver(section: number | null, report: Report): string {
  const path = section === null ? [] : report.sections[section]!.path
  const names = path.map((heading) => heading.replace(NUMBER, '').trim()).filter((heading) => NAME.test(heading))
  const name = names.at(-1) ?? ''
  return name === report.place || report.placeAliases.includes(name) ? '' : name
}
