// The tools of an assistant that are analyses: what each may be asked, and which command line answers it.
import { type CommandWording, isDate, isPrintable } from "@parley/core/internal";
import { z } from "zod";

export type McpWords = CommandWording["commands"]["mcp"];

/** Looked up among the cases that there are, and nowhere else: it may be anything. */
const caseId = z.string().min(1).max(300);
/** What stands on a command line: it begins with no dash, so that nothing is taken for a flag. */
const id = z
  .string()
  .regex(/^[\p{L}\p{N}_][\p{L}\p{N}_.:~ -]*$/u)
  .max(200);
const day = z.string().refine(isDate);
const wholeDay = z.string().length(10).refine(isDate);
/** One line of text that is seen as it is. */
const line = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => text.trim() !== "" && isPrintable(text));

/** What every analysis may be asked. */
const shared = ({ inputs }: McpWords) => ({
  case: caseId.describe(inputs.case),
  asOf: day.optional().describe(inputs.asOf),
  figures: z.boolean().optional().describe(inputs.figures),
});

export const caseInput = (words: McpWords) => z.strictObject({ case: caseId.describe(words.inputs.case) });

/** The analyses that take a case, a day and no more. */
const PLAIN = ["positions", "terms", "sanity", "frontier", "roadmap", "verify", "draft"] as const;

export type AnalysisName = (typeof PLAIN)[number] | "assess" | "monitor";
export const ANALYSES: readonly AnalysisName[] = [...PLAIN, "assess", "monitor"];

export interface AnalysisTool {
  readonly name: AnalysisName;
  readonly input: z.ZodType<Asked>;
  /** The arguments of the command besides its case, reader and day. */
  readonly more: (asked: Asked) => readonly string[];
}

export interface Asked {
  readonly case: string;
  readonly asOf?: string | undefined;
  readonly figures?: boolean | undefined;
  readonly offers?: readonly string[] | undefined;
  readonly knownAt?: string | undefined;
}

export const analysisTools = (words: McpWords): readonly AnalysisTool[] => [
  ...PLAIN.map((name) => ({ name, input: z.strictObject(shared(words)), more: () => [] })),
  {
    name: "assess",
    input: z.strictObject({
      ...shared(words),
      offers: z.array(id).min(1).max(50).optional().describe(words.inputs.offers),
    }),
    more: ({ offers }) => (offers ? ["--offer", ...offers] : []),
  },
  {
    name: "monitor",
    input: z.strictObject({ ...shared(words), knownAt: day.optional().describe(words.inputs.knownAt) }),
    more: ({ knownAt }) => (knownAt === undefined ? [] : ["--known-at", knownAt]),
  },
];

const MOST_LETTERS = 1_000_000;
/** Longer than this is no statement but a text. */
const MOST_QUOTED = 2000;

export const textInput = ({ inputs }: McpWords) =>
  z.strictObject({
    text: z.string().min(1).max(MOST_LETTERS).describe(inputs.text),
    date: wholeDay.optional().describe(inputs.date),
  });

export const proposalInput = ({ inputs }: McpWords) =>
  z.strictObject({
    case: caseId.describe(inputs.case),
    name: line(200).describe(inputs.name),
    text: z.string().min(1).max(MOST_LETTERS).describe(inputs.text),
    date: wholeDay.optional().describe(inputs.date),
    statements: z
      .array(
        z.strictObject({
          quote: z
            .string()
            .min(1)
            .max(MOST_QUOTED)
            // No half of a character.
            .refine((quote) => !/\p{Cs}/u.test(quote))
            .describe(inputs.quote),
          start: z.number().int().nonnegative().optional().describe(inputs.start),
          speaker: line(300).describe(inputs.speaker),
          role: line(300).optional().describe(inputs.role),
          act: z
            .enum(["states", "offers", "demands", "accepts", "refuses", "denies", "leaves open", "asks"])
            .optional()
            .describe(inputs.act),
        }),
      )
      .min(1)
      .max(200)
      .describe(inputs.statements),
  });

export type Proposal = z.output<ReturnType<typeof proposalInput>>;
