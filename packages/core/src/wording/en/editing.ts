// What pages say of changes: made, not made, made by others at the same time.

const conflict = {
  title: "Somebody changed the same",
  about: (file: string, gone: boolean) =>
    `${file} was ${gone ? "taken away" : "changed"} in another tab or by another program while you were at it. Nothing was written over. Which is it to be?`,
  mine: "Yours",
  keepMine: "Write mine over it",
  theirs: "Theirs",
  now: "What stands there now",
  gone: "The file is gone.",
  keepTheirs: "Keep what stands there",
};

export const editing = {
  done: (what: string) => `${what}. Undo with u.`,
  notWritten: "it was not written.",
  again: "Try again",
  drop: "Drop it",
  begun: (file: string) => `${file} begun`,
  begin: (file: string) => `Begin ${file}`,
  isWritten: (file: string) => `${file} is written.`,
  isThere: (file: string) => `${file} is there already.`,
  /** Somebody changed a file after it was shown, so that nothing was written. */
  changedMeanwhile: (file: string) => `${file} was changed meanwhile. Look again, and press once more.`,
  /** What a day, a month or a year is written like. */
  dayForm: "2019-02-28, 2019-02 or 2019",
  day: {
    placeholder: "2019-02-23",
    how: "Write the day like 23 Feb 2019 or 2019-02-23.",
    howOrLess: "Write it like 23 Feb 2019, Feb 2019, 2019 or 2019-02-23.",
    which: "Which day is it?",
  },
  choose: "choose …",
  notSaid: "not said",
  copied: (text: string) => `Copied: ${text}`,
  takeAway: {
    label: (name: string) => `Take “${name}” out of the screen`,
    svg: "Picture as SVG",
    png: "Picture as PNG",
    copy: "Copy the figures as a table",
    xlsx: "Figures as a workbook (.xlsx)",
    copied: "The table is copied. Paste it into a spreadsheet or a document.",
    refused: "The browser does not let pages copy here. Select the text and copy it by hand.",
    nothing: "there is no picture",
    failed: (why: string) => `It could not be saved: ${why}.`,
    file: "figures",
  },
  forExample: "For example, from a case that ships with Parley:",
  putOnRecord: "Put on record",
  conflict,
};
