// What a picture says of itself: its title, its description for who cannot see it, its labels and the heads of its figures.
import { goalTracks } from "./goal-tracks.js";

export const pictures = { goalTracks };
