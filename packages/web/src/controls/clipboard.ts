// Text and tables put on the clipboard.
import { say } from "./toast.js";

/** Puts a text there, and says so, or why it could not be done. */
export async function copyText(text: string, copied: string, refused: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(copied);
  } catch {
    say(refused);
  }
}
