/** Entries by theme, in the order in which the themes first come. */
export function groupByTheme<Entry extends { theme: string }>(
  entries: readonly Entry[],
): { theme: string; entries: Entry[] }[] {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) groups.set(entry.theme, [...(groups.get(entry.theme) ?? []), entry])
  return [...groups].map(([theme, own]) => ({ theme, entries: own }))
}
