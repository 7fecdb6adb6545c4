/** The memory of every typed array in a plain value, each once: what can be handed to another thread without a copy. */
export function buffersIn(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const walk = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    if (ArrayBuffer.isView(part)) {
      if (part.buffer instanceof ArrayBuffer) found.add(part.buffer);
    } else if (Array.isArray(part)) {
      // A long list of numbers or texts holds none.
      if (typeof part[0] === "object") for (const item of part) walk(item);
    } else if (!(part instanceof Map) && !(part instanceof Set)) for (const item of Object.values(part)) walk(item);
  };
  walk(value);
  return [...found];
}
