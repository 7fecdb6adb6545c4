import type { Wording } from "@parley/core/internal";
import { GENERATOR } from "../report/index.js";
import type { Document } from "./document.js";
import { DOCX_MARK, docxOf } from "./docx.js";
import { htmlOf } from "./html.js";
import { MARKDOWN_MARK, markdownOf } from "./markdown.js";

export type { Document } from "./document.js";
export { markdownOf };

interface DraftForm {
  readonly type: string;
  /** What a file of it has in its first 2,000 bytes. */
  readonly mark: string;
  readonly write: (document: Document, words: Wording) => string | Promise<Uint8Array>;
}

/** The forms in which a draft goes out, by the end of the file's name. */
export const draftForms = {
  md: { type: "text/markdown; charset=utf-8", mark: MARKDOWN_MARK, write: markdownOf },
  html: { type: "text/html; charset=utf-8", mark: GENERATOR, write: htmlOf },
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    mark: DOCX_MARK,
    write: docxOf,
  },
} as const satisfies Record<string, DraftForm>;
