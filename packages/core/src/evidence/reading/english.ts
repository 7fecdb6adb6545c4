// Whether a text is English: of its words, how many are among those that English cannot do without and its neighbours do not have.

const COMMON = new Set(
  "the of and to in a that is was for it on with as he be by at his have are this not but had from or they which an were her she we there you their been has who will no would when more what said if out up its about".split(
    " ",
  ),
);

/** Shorter texts show too little. */
const ENOUGH = 30;

/** false where a text of more than a few words has fewer of them than any English prose. */
export function isEnglish(text: string): boolean {
  const words =
    text
      .slice(0, 60_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (words.length < ENOUGH) return true;
  const common = words.filter((word) => COMMON.has(word)).length;
  return common / words.length > 0.1;
}
