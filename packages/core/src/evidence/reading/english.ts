// Whether a text is English: of its words, how many are among those that English cannot do without and that its
// neighbours do not have.

const COMMON = new Set(
  "the of and to that for it with he his her not but from or they which she there you their been has would when more what said if out about this are be by at have its can could than them then these those into only other some".split(
    " ",
  ),
);

/** Shorter texts in Latin letters show too little. */
const ENOUGH = 30;

/** false for most letters of another script, and for more than a few words of which fewer are common than in English prose. */
export function isEnglish(text: string): boolean {
  const head = text.slice(0, 20_000);
  const latin = head.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const letters = head.match(/\p{L}/gu)?.length ?? 0;
  if (letters > 5 && latin < letters / 2) return false;
  const words = head.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < ENOUGH) return true;
  return words.filter((word) => COMMON.has(word)).length / words.length > LEAST;
}

/** English prose has 0.3 and more, headlines in a list 0.15; German 0.01, Dutch 0.03. */
const LEAST = 0.08;
