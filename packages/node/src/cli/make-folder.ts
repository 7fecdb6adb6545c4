import { reasonOf, writeFolder } from "../store/index.js";
import { EXIT, Failure } from "./failure.js";

/** As `writeFolder`; a folder that cannot be made is a failure that says why and what to do. */
export async function makeFolder(...given: Parameters<typeof writeFolder>): Promise<void> {
  try {
    await writeFolder(...given);
  } catch (error) {
    throw new Failure(
      `cannot make ${given[0]}: ${reasonOf(error)}. Nothing was written. Name a folder that does not exist yet, or is empty, in one where you may write.`,
      EXIT.usage,
    );
  }
}
