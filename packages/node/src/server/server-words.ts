// The words of the server: English, the only language so far.
import { serverWordingIn } from "@parley/core/internal";

export const words = serverWordingIn("en");
