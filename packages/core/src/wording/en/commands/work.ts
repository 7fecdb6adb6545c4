// English text of `parley work`, the command that takes units of work from a queue in a database.
import { counted } from "../numbers.js";

const EXAMPLES = `
Examples:
  parley work --database-file address.txt
  parley tournament cases/hanoi-2019 --truths 500 --database-file address.txt

Start it on as many machines as there are, in any order; they may come and go. Whoever may read the database may read the cases that are worked on.
`;

export const work = {
  description: "take parts of large work from a queue in a PostgreSQL, until it is stopped",
  flags: {
    database: "file in which the address of the PostgreSQL stands",
    threads: "threads of this machine; as many as it has processors unless given",
  },
  examples: EXAMPLES,
  waiting: "Waiting for work. Ctrl-C ends it once what is in hand is done.",
  done: (units: number) => `Done so far: ${counted(units, "part")}.`,
  ended: (units: number) => `Stopped after ${counted(units, "part")}.`,
  trouble: (why: string) => `The database does not answer (${why}). It is asked again until it does.`,
  noDatabase: (why: string) => `the database does not answer: ${why}. Look at its address and whether it runs.`,
};
