// A draft as one page: self-contained, without scripts and without a network, with its margin beside the text.
import { DraftText } from "@parley/charts";
import { capital } from "@parley/core";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { HandedOver } from "../report/index.js";
import type { Document } from "./document.js";

export function htmlOf(document: Document): string {
  return `<!DOCTYPE html>\n${renderToStaticMarkup(<Page document={document} />)}\n`;
}

function Page({ document }: { readonly document: Document }): ReactNode {
  const { heading, sentence, remarks, parts } = document;
  return (
    <HandedOver viewing={document} heading={heading} kind="Draft">
      <p className="lead">{sentence}</p>
      {remarks.map((remark) => (
        <p key={remark} className="note">
          {capital(remark)}
        </p>
      ))}
      <DraftText parts={parts} />
    </HandedOver>
  );
}
