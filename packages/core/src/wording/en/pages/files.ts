// English text of the workbench page on which the files of a case are edited as text.
export const files = {
  problems: (count: number) => `${count} ${count === 1 ? "problem keeps" : "problems keep"} this case from being used`,
  mend: (count: number) => `Mend ${count === 1 ? "it" : "them"} here, or in an editor of your own: this page follows.`,
  tabs: "Files of the case",
  warning: (message: string) => `warning: ${message}`,
  asText: (file: string) => `${file}, as text`,
  saved: (file: string) => `${file} is saved.`,
  save: "Save (Ctrl+S)",
  drop: "Drop what is not saved",
  /** What stands in the field, compared with the disk. */
  state: {
    readOnly: "Seen by another: nothing can be written.",
    changed: "Not saved yet; kept in this browser until it is.",
    asStored: "As it stands on the disk.",
  },
};
