// English text of the workbench page that shows the report on a case and saves or prints it.
export const report = {
  print: "Print, or save as PDF",
  save: "Save as one HTML file",
  writing: "Writing the report …",
  frame: "The report",
  confidential: "It holds everything, and is marked CONFIDENTIAL. To share it, choose above by whom it is seen.",
  /** @param party null: the public */
  onlyFrom: (party: string | null) => `It is computed only from what ${party ?? "the public"} may see.`,
};
