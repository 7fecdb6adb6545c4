// Source: the CaSiNo corpus, Kushal Chawla, Jaysa Ramirez, Rene Clever, Gale Lucas, Jonathan May and Jonathan Gratch:
// "CaSiNo: A Corpus of Campsite Negotiation Dialogues for Automatic Negotiation Systems", NAACL 2021, 3167–3185;
// github.com/kushalchawla/CaSiNo, commit 2f6ed4a6, data/split (train, valid and test).
// Licence: Creative Commons Attribution 4.0 International, https://creativecommons.org/licenses/by/4.0/.
// Taken: of all 1,030 dialogues what each person needs most, the deals that were submitted, and whether the last one was
// accepted. Changed: brought into the form below; what people wrote and who they are is left out, and so is their order.
//
// Two people divide three packages each of food, water and firewood. A package of what one needs most is worth 5
// points, then 4, then 3; whoever walks away has 5.

export const GOODS = ["Food", "Water", "Firewood"] as const;

// `345 354: 3×a112 b012>a221 a332!`: a package of each good is worth 3, 4 and 5 points to person a, and 3, 5 and 4 to
// person b. Three such pairs agreed on what a proposed: 1, 1 and 2 packages for a. In one pair b proposed 0, 1 and 2
// packages for b, and then they agreed on a's proposal. In the last pair nobody agreed.
const TABLE = `
345 345: a022 a102 3×a112 a120>b123 a121 2×a122 a122>b121>b121>b121 a131 a131>a131 3×a202 a211 2×a212 8×a221
  a222>a121>b122 b012 b033>a221>b023 b103 b112 b113 b113>b212 b121 b122>b112 b131 2×b212 2×b221 b221>a112 b230 b302
  b330
345 354: a003 a111 3×a112 a203 3×a212 2×a213 a310 3×b031 2×b121 2×b130 b212 b230
345 435: 2×a013 4×a022 a023>a122>b221>a022 2×a032 5×a112 2×a121 3×a122 2×a131 a212 4×a221 a221>b103 a222 a321
  a330>b013>b221 a332! b103 b112 b121 b201 2×b202 2×b221 b301 2×b302 b302>b321 3×b311
345 453: a013 a023 a103 a112 3×a113 a123>b121 5×a203 a223 b121 b220 b221 b221>b211 b320
345 534: a012 3×a013 a022 4×a023 2×a032 a112 b211 b212 b310
345 543: 2×a013 a022 3×a023 a112 a113 2×a122 a313>a013 b122 2×b211 b220 b221 b310 b312 2×b320
354 345: ! a022 a121 a122 2×a130 a132>b323 2×a220 2×a221 a230>a130 2×a320 b112 b212 b220
354 354: 3×! a013 a112 a120 2×a121 a123 a211 3×a212 a220 3×a221 a221>b212 2×a311 a312 a313 b013 b021 b111 3×b121
  b122 2×b212 b213 2×b221 b221>a121 b303
354 435: ! 3×a031 3×a130 a130>b213 a131 a221 4×b102 2×b103 2×b203 b213
354 453: ! 7×a022 a023 a031 a032 5×a113 a121 3×a122 a203 a203>a122 a212 a213 a221>b113 b121 3×b212 b213>a210 2×b220
  b221>a113 b310 b311 b312 b320
354 534: ! a022 12×a031 5×a032 2×a122 a132>b301 a222>a111 b112 b211>b211 b212 b222 b301 b302>a032 b302>b301
354 543: ! 2×a013 a022 3×a023 a031 3×a032 a113 3×a121 b212 2×b301 3×b302 b303 2×b310
  b311>a133>b211>a132>b211>a033>a132>b211>a032>b301
435 345: a002 a012 a103 2×a112 a112>b212 a113>b221 a121 a122 a131 3×a202 2×a211 a212 a213 a213>b230>a113>b221 2×a221
  a223>b121 2×a301 2×a302 a302>a301 a303 6×a311 a320 a321 a332 3×b022 b031 3×b121 2×b131 b202 b212 b221 b230
  b231>a202
435 354: 3×a103 a111 a112 a202 4×a203 a212 a301 3×a302 2×b022 b031 b121 b130 b131 b212 b221 2×b230
  b232>a202>b232>a202>b132>a112
435 435: 2×a022 a023 3×a112 a113 a121 a121>a130>b203 a122 a131 a202 a203 a210 2×a211 5×a221 a311 a320 a321 b012 b022
  2×b102 b112 2×b122 b132 2×b211 b212 b220>b110>b110 3×b221 b231
435 453: 4×a103 a112 2×a113 9×a203 2×a212 b031>b130 b212 b230 b312
435 534: a022 3×a023 a023>a013 a023>b302>a013 a032>b311 a112 2×a122 a131 a221 a301>b302 b211 b212 b220 2×b221 b230
  b231 b310
435 543: 3×a013 a023 a023! a112 5×a113 a122 a202 a203 a212 a221 a312 b122>b121 b212 b220 b223 2×b230 b310
453 345: a023>b023 a120 2×a130 a131 4×a220 a221 a223>b213 3×a230 2×a310 2×a320 a330 b013 b013>a230 b023 b103 b203
  b212
453 354: a030 a120 3×a121 a130 a202 a210 2×a211 a212 a212>a311 a212>b122>b122>a122>b122 2×a220 2×a221 a230 a302
  2×a310 2×a311 a312 2×a320 3×b013 b021 b022 2×b031 b032>a311 2×b112 3×b113 2×b121
  b122>a122>b032>a330>b032>a130>b032>a312>b032>a312>b032>a223>b032! b131 b131>b122>a121>b021>a010 2×b203 2×b212 b222
453 435: 4×a130 a131 a133>b113>a230 a211 a221 3×a230 a231>b113 b003 2×b013 b102 b103 b112 b202 2×b203
453 453: 2×a113 a120 9×a121 a122 a122>b311 2×a203 a210 a211 5×a212 2×a213 a220 a302 b013 b022 b112 7×b121 b130 b212
  b213 b220 2×b302
453 534: 4×a031 2×a032 a032>a022 2×a121 2×a122 3×a130 a230 a231 a333>b301 b112 3×b202 2×b203 3×b212
453 543: a023 a031 a032 2×a121 4×a122 a130 a223>b210 b211 b212 b221>a031>b311 b301 b310
534 345: a121 a211 2×a221 a301 2×a311 2×b013 b112 b131 b212 b220
534 354: ! a202 a212>b032 a212>b122 7×a301 6×a302 a311 b022 b031 3×b032 b032>a302>b032>a311>b131>a212>b032>a302!
534 435: a032>a311 4×a211 a212 5×a221 a230 a301 a310 3×a320 a330 b032 2×b103 2×b112 b122
534 453: 2×a103 a112 a113>b221! a121 2×a202 3×a203 a211 3×a212 a213 a213>b133>a113 2×a301 a302 b122 2×b130 b131 b230
  b230>a212>b230>a202>b221
534 534: a013 a033>a023 a112>a112 a113>b221>a220>b301>a300>b221! a121 13×a122 a123 a202>b033>b211>a212>b333! a210
  3×a211 a212>a111>b322 2×a221 a232 a232>b301 a301 2×a310 a313>a212>a122>a132>a132>b211>a212>a132>a122 b101 b112
  3×b122 b122>a212>b201! b202 2×b211 b221 b221>a113 b230
534 543: ! 2×a013 2×a103 a111 a112 a113 a113>b122 2×a121 5×a122 4×a202 3×a203 2×a211 4×a212 a212! a221 a222 a312
  2×b032 b121 2×b122 b130 3×b131 3×b220 b230 b231 b313
543 345: a120 3×a221 a230 5×a310 a311 2×a320 2×b013 b021 b022 2×b112 b122 b222>b212>a211 b323>b023>b132>a311>b122
543 354: a111 a203! 3×a211 a220 a221>b221>a320 4×a301 a302 a310 a320>b022 b013 b023 b031 b121 b122 b203>a230>a221
543 435: a121 a130 a211 2×a220 a221 3×a310 a311 a320 a320>b023 a321 b033 b103 b112 3×b113
543 453: a103 a210 a212 2×a221 3×a301 a310 2×b031 2×b032 4×b121 2×b122 b123 b131
543 534: ! a032 a122 2×a130 4×a131 a132 a210 3×a211 2×a220 a221>b113 a223>b113 a230 a313! b113 b122 b201 b202 2×b203
  b222 b312
543 543: 3×! a033 a113 5×a122 a123>b212>a122 a131 a132 a203 12×a211 2×a212 2×a220 a221>b221 a230 3×b113 2×b122 b130
  b210 3×b211 b212>a131 2×b220 b221 b301 b302>a032 b321
`;

export interface Dialogue {
  /** Points for a package of each good, by person. */
  readonly points: ReadonlyMap<string, readonly number[]>;
  /** What each submitted deal leaves its proposer of each good, in order. */
  readonly deals: readonly { readonly by: string; readonly mine: readonly number[] }[];
  /** Whether the last submitted deal was accepted. */
  readonly agreed: boolean;
}

const digits = (text: string): number[] => [...text].map(Number);

function dialoguesOf(points: Dialogue["points"], told: string): Dialogue[] {
  const [count, deals = ""] = told.includes("×") ? told.split("×") : ["1", told];
  const agreed = !deals.endsWith("!");
  const submitted = deals.replace("!", "").split(">").filter(Boolean);
  const dialogue = {
    points,
    deals: submitted.map(([by = "", ...mine]) => ({ by, mine: mine.map(Number) })),
    agreed,
  };
  return Array.from({ length: Number(count) }, () => dialogue);
}

/** All 1,030 dialogues, those with the same points beside each other. */
export const dialogues: readonly Dialogue[] = TABLE.trim()
  .split(/\n(?=\d{3} )/)
  .flatMap((group) => {
    const [head = "", told = ""] = group.split(":");
    const [a = "", b = ""] = head.split(" ");
    const points = new Map([
      ["a", digits(a)],
      ["b", digits(b)],
    ]);
    return told
      .trim()
      .split(/\s+/)
      .flatMap((one) => dialoguesOf(points, one));
  });
