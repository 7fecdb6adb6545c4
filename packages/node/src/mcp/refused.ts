// A refusal in words for who asked; whatever else goes wrong is told without what it says of this machine.

export class Refused extends Error {}
