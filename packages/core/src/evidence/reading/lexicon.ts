// Words that report speech and thought, by what they report. English, in the forms that news, transcripts and
// communiqués use; the groups follow the study of reporting verbs in Quirk et al., A Comprehensive Grammar of the
// English Language (1985), 16.31, 16.59 and 17.20.

/**
 * speech: takes the words themselves. clause: reports speech, as a rule in a clause. stance: what somebody is for or
 * against. thought: belief and wish. show: what documents and figures say. weak: reports only beside a quotation.
 */
export type CueKind = "speech" | "clause" | "stance" | "thought" | "show" | "weak" | "act";

const GROUPS: Readonly<Record<CueKind, string>> = {
  speech: `say tell add write ask note tweet retweet reply respond state explain continue declare insist argue recall
    joke quip remark shout yell scream chant exclaim whisper mutter murmur bark boast brag repeat reiterate comment
    observe lament muse opine interject conclude concede admit acknowledge warn caution stress emphasize emphasise
    plead beg thunder boom roar cry laugh sigh shrug beam gush recount retort counter interrupt clarify assert claim
    contend charge complain allege predict announce report answer promise vow pledge demand urge agree maintain
    proclaim chime recite read testify text post email quote telegraph wonder confess reason
    intone volunteer snap fume snort holler bellow blurt utter stammer deadpan tease scoff sneer groan moan gasp
    cheer enthuse rejoin elaborate echo confide relate inform advise counsel remind assure notify instruct order
    command reassure
    rule blog inquire enquire query preach protest marvel suggest signal hint confirm
    deny affirm aver opin`,
  clause: `call describe accuse criticize criticise cite suggest mention discuss speak talk refer reveal point allege imply
    indicate hint disclose propose recommend threaten refuse decline reject dismiss denounce condemn blame mock
    blast slam decry deride ridicule assail lambast lambaste rail attack tout praise hail applaud thank congratulate apologize
    apologise chide rebuke admonish scold lecture label dub brand term characterize characterise portray depict
    liken compare rebut refute dispute deny downplay highlight underscore underline outline detail spell address
    raise question challenge press invoke allude hammer rip lash fire trash savage disparage insult berate bash
    pillory lampoon defend vouch testify speculate guess estimate forecast foresee project calculate surmise
    request appeal implore entreat exhort encourage persuade convince tell brief invite nominate title name headline
    define frame cast paint brush list attribute credit voice express vent air reaffirm renew reassert`,
  stance: `support oppose back endorse favor favour embrace reject advocate champion welcome resist protest prefer
    approve disapprove disavow repudiate renounce object backtrack balk abhor loathe hate love like admire detest resent
    fear dread worry regret enjoy relish respect trust distrust doubt suspect seek want wish hope intend plan aim
    aspire push lobby campaign call agree disagree accept acquiesce consent commit`,
  thought: `think believe know feel see expect understand consider realize realise remember forget imagine assume suppose
    figure reckon guess judge deem regard view perceive find decide determine learn discover notice recognize
    recognise anticipate envision contemplate mull ponder weigh presume suspect doubt hear conclude hope wish
    want fear worry question care interpret`,
  show: `show suggest indicate find reveal demonstrate prove appear seem read state report project estimate reflect conclude
    predict forecast confirm detail list rate rank put poll survey quote warn note document`,
  weak: `give make put use coin issue deliver release share send publish file open close lead launch lay
    take hold carry bear include contain feature display wear hit focus title sign draw present introduce count
    summarize summarise sum urge draft mark dedicate tap touch react turn word phrase couch start begin go finish sing cable caption pray offer object`,
  act: `vote ignore avoid allow appoint elect require approve negotiate campaign look nominate sign pass side sue block
    boo veto restrict exempt permit ban forbid prohibit try attempt aim work move prepare choose opt mandate authorize
    threaten watch witness expose identify recognize recognise side distance clear sound boast pick hire need expand
    continue seek help let adopt enact repeal ratify pursue struggle spend devote celebrate honor honour cover
    review study examine explore research test analyze analyse investigate remain tend`,
};

const IRREGULAR: Readonly<Record<string, string>> = {
  said: "say", says: "say", told: "tell", wrote: "write", written: "write", went: "go", gone: "go", began: "begin",
  begun: "begin", thought: "think", knew: "know", known: "know", felt: "feel", saw: "see", seen: "see",
  understood: "understand", found: "find", shown: "show", spoke: "speak", spoken: "speak", sang: "sing", sung: "sing",
  swore: "swear", sworn: "swear", forgot: "forget", forgotten: "forget", heard: "hear", sought: "seek", read: "read",
  put: "put", cast: "cast", gave: "give", chose: "choose", chosen: "choose", let: "let", forbade: "forbid", shot: "shoot", given: "give", made: "make", took: "take", taken: "take", held: "hold",
  wore: "wear", hit: "hit", led: "lead", laid: "lay", sent: "send", drew: "draw", drawn: "draw", bore: "bear",
  foresaw: "foresee", rang: "ring", spelled: "spell", spelt: "spell", learnt: "learn", pled: "plead",
}; // biome-ignore format: a table

const FORMS = new Map<string, string>();
const KINDS = new Map<string, Set<CueKind>>();

function enter(form: string, lemma: string): void {
  if (!FORMS.has(form)) FORMS.set(form, lemma);
}

for (const [kind, words] of Object.entries(GROUPS) as [CueKind, string][]) {
  for (const lemma of words.trim().split(/\s+/)) {
    const kinds = KINDS.get(lemma) ?? new Set<CueKind>();
    kinds.add(kind);
    KINDS.set(lemma, kinds);
    for (const form of formsOf(lemma)) enter(form, lemma);
  }
}
for (const [form, lemma] of Object.entries(IRREGULAR)) if (KINDS.has(lemma)) FORMS.set(form, lemma);

/** The regular forms of a verb. */
function formsOf(lemma: string): string[] {
  const consonantY = /[^aeiou]y$/.test(lemma);
  const stem = lemma.replace(/e$/, "");
  const doubled =
    /^[^aeiou]*[aeiou][bdgmnpt]$|(?:quip|commit|admit|allud|refer|retort)$/.test(lemma) && !/(?:en|on|it)$/.test(lemma)
      ? lemma + lemma.slice(-1)
      : /(?:admit|commit|refer|confer)$/.test(lemma)
        ? lemma + lemma.slice(-1)
        : stem;
  const third = consonantY ? `${lemma.slice(0, -1)}ies` : /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  const past = consonantY ? `${lemma.slice(0, -1)}ied` : `${doubled}ed`;
  return [lemma, third, past, `${doubled}ing`];
}

/** The reporting verb that a word is a form of, whatever the tagger took it for. */
export const cueLemma = (lower: string): string | undefined => FORMS.get(lower);

export const isKind = (lemma: string, kind: CueKind): boolean => KINDS.get(lemma)?.has(kind) ?? false;

/** Forms that are always verbs of saying. */
export const ALWAYS = new Set(
  "said says told tells tweeted wrote writes insisted insists argued argues noted recalled".split(" "),
);

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Nouns of saying: "his claim that …", "in a statement", "the senator’s call for …". */
export const SAYING_NOUNS = list(`statement remark comment claim assertion argument promise pledge vow call demand
  request suggestion proposal view belief opinion hope fear concern criticism attack accusation allegation warning
  declaration announcement answer reply response question tweet letter message testimony speech slogan motto
  description characterization defense support opposition refusal denial admission acknowledgment apology praise
  endorsement threat insistence contention prediction observation joke line words phrase post memo email statements
  remarks comments claims assertions arguments promises pledges calls demands proposals views beliefs opinions hopes
  fears concerns attacks accusations allegations warnings answers questions tweets decision plan desire wish
  willingness commitment intention position stance`);

/** Adjectives that say what somebody thinks or is ready for: "is willing to …", "were convinced that …". */
export const STATES =
  list(`eager willing confident convinced worried concerned afraid proud aware skeptical sceptical certain
  sure hopeful optimistic pessimistic critical supportive angry upset unhappy glad happy ready reluctant open wary keen
  interested surprised disappointed inclined determined committed unaware doubtful unsure adamant opposed prepared angered
  alarmed frustrated excited thrilled pleased sorry grateful nervous anxious furious outraged unwilling hesitant unable
  cautious dismissive fearful mindful tired sick shocked satisfied dissatisfied comfortable uncomfortable`);

/** Days, months and the like, which stand before a subject or after a cue without being part of it. */
export const TIMES =
  list(`monday tuesday wednesday thursday friday saturday sunday january february march april june july
  august september october november december today yesterday tomorrow tonight morning afternoon evening night week
  weekend month year monday’s jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.`);
