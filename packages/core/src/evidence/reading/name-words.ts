// Words that tell what a name is: titles and offices, bodies, papers, places; and given names that tell he from she.

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const COURTESIES: Readonly<Record<string, "he" | "she" | null>> = Object.assign(Object.create(null) as object, {
  "mr.": "he", mr: "he", "mrs.": "she", mrs: "she", "ms.": "she", ms: "she", miss: "she", sir: "he", lady: "she", lord: "he",
  "dr.": null, dr: null, madam: "she", madame: "she", "rev.": null, "fr.": "he", sister: "she", brother: "he", king: "he",
  queen: "she", prince: "he", princess: "she", "st.": null, "prof.": null,
} as const); // biome-ignore format: a table

/** Words of an office: before a name they are its role ("Foreign Minister Ri Yong Ho"). */
export const OFFICES =
  list(`president chairman chairwoman chair secretary minister premier chancellor senator sen. sens.
  rep. reps. representative congressman congresswoman gov. governor mayor ambassador envoy general gen. admiral adm.
  colonel col. lt. captain capt. major sergeant sgt. commander judge justice attorney director spokesman spokeswoman
  spokesperson spokesmen adviser advisor aide analyst economist professor reporter editor strategist pollster leader
  delegate candidate nominee deputy vice assistant under prime foreign defense defence state treasury press chief
  executive ceo founder manager coach bishop archbishop pope rabbi imam pastor negotiator diplomat official speaker
  former acting special national security counsel commissioner prosecutor sheriff lawmaker activist author host
  historian scientist engineer lawyer farmer teacher union party leader supreme comrade marshal head member officer
  staff administrator whip treasurer inspector superintendent undersecretary emir sultan mediator arbitrator moderator
  steward delegate the campaign republican democratic democrat`);

export const BODIES =
  list(`republic federation kingdom commonwealth delegation committee commission council party university college institute foundation association
  agency department ministry office bureau administration government campaign court senate house congress parliament
  post times journal news reuters cnn bbc union league board company corp corp. inc inc. ltd group organization
  organisation nations bank fund center centre club church police army navy force forces team service press network
  society federation authority assembly politburo pentagon kremlin treasury embassy coalition alliance front movement
  media watch hospital school museum magazine tribune herald guardian telegraph gazette chronicle radio television
  airlines motors industries city county gop states korea america china russia japan iran israel britain france germany`);

/** What stands in capitals in a headline, and is no part of a name: "Candidates Like Donald Trump". */
export const NO_NAMES =
  list(`a an the and or but nor if then as at by for from in into of off on onto out over to up with without about above after
  against among around before behind below between beyond despite during inside like near outside past since than through
  toward towards under until upon versus via vs is are was were be been being am has have had do does did not no who
  whom whose which that this these those what when where why how here there he she it they we you i his her their our
  your my its all both each every some any more most only just also too very so such because while although though
  difference says said see star watch read`);

/** "the Republic of Maro": what goes on with "of". */
export const STATES_OF = list(
  "republic federation kingdom commonwealth union ministry department bank university state states government democratic",
);

/** Nouns for what is written and counted: a source of its own kind. */
export const PAPERS = list(`statement report poll polls survey surveys study studies letter communique communiqué
  declaration agreement document documents article memo memorandum filing filings records record data transcript book ad
  ads advertisement sign headline treaty resolution text release email e-mail message tweet tweets figures statistics
  analysis paper charter constitution law bill plan platform dispatch cable minutes notice website site post ruling
  lawsuit complaint petition research results numbers returns editorial column story account accounts estimate estimates`);

/** Nouns for many who speak as one. */
export const GROUPS =
  list(`officials aides critics supporters people voters republicans democrats lawmakers advisers advisors
  experts analysts sources diplomats leaders members others many some most reporters workers residents witnesses
  activists economists observers senators friends allies opponents lawyers prosecutors investigators families students
  scientists strategists they both several few all americans conservatives liberals delegates colleagues sides parties
  negotiators nurses governments delegations employers authorities scholars historians protesters neighbors neighbours fans crowd majority`);

export const HE =
  list(`james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony
  mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary
  nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander frank patrick raymond jack
  dennis jerry tyler aaron jose henry adam douglas nathan peter zachary kyle walter harold jeremy ethan carl keith roger
  gerald christian terry sean arthur austin noah lawrence jesse joe bryan billy jordan albert dylan bruce willie gabriel
  alan juan logan wayne ralph roy eugene randy vincent russell louis philip bobby johnny bradley bill bob jim mike tom
  tim ted jeb bernie ben dan dave steve greg jeff rick rand chris mitt barack rudy newt rush glenn harry mitch nigel
  vladimir sergei boris angus emmanuel jean pierre hans klaus jürgen luis carlos miguel pedro javier antonio mohammad
  mohammed muhammad ahmed ali hassan ibrahim omar abdul javad bashar recep benjamin yitzhak shimon ehud jimmy anwar
  menachem kim ri moon shinzo xi narendra imran ban kofi nelson desmond gerry ian tony gordon boutros antónio`);

export const SHE =
  list(`mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret
  ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia kathleen
  amy angela shirley anna brenda pamela emma nicole samantha katherine catherine christine debra rachel carolyn janet
  maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith andrea hannah
  megan cheryl jacqueline martha madison teresa gloria sara janice ann anne kathryn abigail sophia frances jean alice
  judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana brittany doris kayla
  alexis lori marie hillary huma melania ivanka kellyanne carly sarah nikki loretta claire jill debbie donna elaine
  angela theresa ursula christine federica catherine wendy madeleine condoleezza susan samantha benazir indira golda
  aung jacinda ségolène marine rosa ingrid astrid fatima aisha yo-jong`);

/** Nouns for one person, and whether he or she, where they say. */
export const HUMANS: Readonly<Record<string, "he" | "she" | null>> = Object.assign(Object.create(null) as object, {
  man: "he", woman: "she", boy: "he", girl: "she", father: "he", mother: "she", son: "he", daughter: "she", husband: "he",
  wife: "she", brother: "he", sister: "she", king: "he", queen: "she", widow: "she", businessman: "he", businesswoman: "she",
  billionaire: null, voter: null, resident: null, witness: null, student: null, person: null, source: null, friend: null,
  expert: null, doctor: null, nurse: null, veteran: null, senator: null, mogul: null, incumbent: null, colleague: null,
  participant: null, protester: null, negotiator: null, interviewer: null, actor: "he", actress: "she", star: null,
} as const); // biome-ignore format: a table

/** Places, and the peoples named after them: never he or she. */
export const PLACES =
  list(`alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois
  indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana
  nebraska nevada hampshire jersey mexico york carolina dakota ohio oklahoma oregon pennsylvania tennessee texas utah
  vermont wisconsin wyoming columbia puerto rico washington chicago boston philadelphia cleveland milwaukee miami orlando
  vegas dallas houston detroit denver seattle baltimore atlanta brooklyn manhattan hollywood london paris berlin moscow
  beijing pyongyang seoul tokyo hanoi singapore geneva vienna brussels tehran baghdad kabul damascus jerusalem cairo
  kiev kyiv ankara rome madrid delhi islamabad washington america american americans korea korean koreans china chinese
  russia russian russians japan japanese iran iranian iranians iraq iraqi syria syrian israel israeli israelis
  britain british england english scotland scottish ireland irish france french germany german germans italy italian
  spain spanish europe european europeans asia asian africa african canada canadian mexico mexican mexicans cuba cuban
  vietnam vietnamese india indian pakistan pakistani afghanistan afghan turkey turkish egypt egyptian libya libyan yemen
  ukraine ukrainian poland polish panama panamanian colombia brazil australia turkey saudi arabia qatar lebanon
  palestinian palestinians jordanian kosovo serbia bosnia benghazi yongbyon islam islamic muslim muslims christian
  christians jewish jews catholic democrat democrats republican republicans latino latinos hispanic hispanics gop isis
  facebook twitter google monday tuesday wednesday thursday friday saturday sunday january february march april june july
  august september october november december`);

export const TITLES_IN_LOWER = list("de van von der den la le al bin ibn el da dos du di");
