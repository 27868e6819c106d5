/** True when giving `id` this parent would make it a part of itself, directly or through others. */
export function wouldCircle(
  id: string,
  parentId: string,
  all: readonly { id: string; parentId: string | null }[],
): boolean {
  const parents = new Map(all.map((one) => [one.id, one.parentId]))
  const seen = new Set<string>()
  for (let at: string | null = parentId; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (at === id) return true
    seen.add(at)
  }
  return false
}
