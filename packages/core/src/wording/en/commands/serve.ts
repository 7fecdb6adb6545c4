// English text of `parley serve`, the command that opens the workbench on a folder of cases in the browser.
const EXAMPLES = `
Examples:
  parley serve cases
  parley serve my-talks --port 8080

Edits are written into the case's files at once; .parley/history.jsonl keeps who changed what. Stop with Ctrl+C.
`;

export const serve = {
  description: "the workbench: the cases of a folder in the browser, until stopped",
  folder: "folder of cases, or a case folder",
  flags: {
    port: (port: number) => `the port; ${port} or the next that is free unless given`,
    host: "where to listen; beyond this machine only with --token-file",
    tokenFile: (shortest: number) => `a file with a secret of ${shortest} characters or more, asked of every browser`,
    as: "who edits, for the history; your user name unless given",
    first: "the case to begin with: its address is printed, and its answers are prepared",
  },
  examples: EXAMPLES,
  needsToken: (host: string, shortest: number) =>
    `${host} can be reached from other machines, and what each side needs is confidential. Put a secret of ${shortest} characters or more into a file that only you may read, and name it with --token-file.`,
  at: (address: string) => `The workbench is at ${address} – stop it with Ctrl+C.`,
  cannotServe: (folder: string, why: string) => `cannot serve ${folder}: ${why}. Name a folder of cases.`,
  isFile: (folder: string) => `cannot serve ${folder}: it is a file. Name the folder that it is in.`,
  noToken: (file: string, why: string) => `cannot read the token in ${file}: ${why}.`,
  shortToken: (file: string, shortest: number) => `the token in ${file} is too short: ${shortest} characters or more.`,
  portInUse: (port: number) =>
    `port ${port} is in use, perhaps by another workbench. Stop that one, or choose another with --port.`,
  notAllowed: (folder: string) =>
    `this machine does not let you listen there, or read ${folder}. Choose a port above 1023 with --port, or another folder.`,
  noAddress: (host: string) => `${host} is no address of this machine. Leave --host out, or name one that is.`,
  notBuilt: "the pages are not built yet. Run `npm start` (or `npm run build`) in the clone first.",
  unknownUser: "unknown",
};
