// A short name by which a thing is pointed to, made of what a person calls it: nobody is asked for one.

/** A short name of its own, made of words; `otherwise` where they have no letters. */
export function nameFor(words: string, taken: ReadonlySet<string>, otherwise: string): string {
  const plain = words
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40)
    .replace(/-+$/, "");
  const base = plain || otherwise;
  for (let k = 1; ; k++) {
    const id = k === 1 ? base : `${base}-${k}`;
    if (!taken.has(id)) return id;
  }
}
