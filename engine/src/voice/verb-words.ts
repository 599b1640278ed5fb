const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter((word) => word !== ''));

/** Forms that are finite wherever they stand. */
export const auxiliaries = words(`
  is are was were am has have had does do did will would can could may might shall should must cannot isn't aren't
  wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't mightn't shouldn't mustn't
  needn't ain't
`);

/** Past forms that are no participle. */
export const pastForms = words(`
  went took came became began saw wrote spoke broke chose drove fell flew grew knew rose ran rang sang sank swam
  threw wore ate gave forgot froze hid rode shook stole swore tore woke awoke withdrew arose undertook overcame
  overtook forgave foresaw mistook blew drew drank shrank sprang strode underwent outgrew overthrew bit redrew
  rewrote overran fled undid redid underwrote forbade
`);

/** Past forms that are participles as well, besides those in `-ed`. */
export const participles = words(`
  said made held left found told brought thought kept led met paid sent spent stood won lost built bought caught
  felt fought got heard laid meant put read set shot sold sought taught understood hit cut let cost hurt quit shut
  spread split burst beat bet bid cast lent lit slid slept swept swung stuck struck sat sped spun dealt dug fed hung
  leapt strung wept withheld withstood upheld bound clung crept ground overheard misled rebuilt resold retold shed
  shone slung stung strode wound outspent oversaw foretold
`);

/** Words in `-ed` that are no form of a verb, or hardly ever a finite one. */
export const notPast = words(`
  hundred need speed indeed seed feed breed bleed red bed shed sacred naked wicked exceed proceed succeed heed deed
  weed creed greed reed agreed-upon unprecedented so-called alleged supposed unnamed armed united limited
  sophisticated complicated talented wounded retired related fixed mixed advanced unwanted undisclosed unidentified
  unrelated unconfirmed uninsured divided tired beloved embed wed sped fled bred bled fed led med
`);

/** Verbs that, in the past, take no object more often than not. */
export const intransitive = words(`
  died failed collapsed arrived emerged appeared remained happened occurred resigned voted lived worked served
  returned resulted ended started continued increased declined dropped dipped surged soared jumped climbed tumbled
  erupted exploded crashed escaped travelled traveled moved changed campaigned graduated competed participated
  proceeded responded replied reacted applauded cheered marched protested clashed struggled tried looked seemed
  tended belonged differed agreed disagreed waited stayed walked turned talked danced laughed smiled nodded shrugged
  prevailed survived suffered lagged slipped dominated peaked plunged plummeted spiked swelled worsened improved
  eased slowed stalled faltered vanished disappeared flocked streamed poured rushed raced headed arose stood sat won
  lost led left fought met got slept spread stuck swung slid burst wept shone hung sought wanted needed decided
  refused hoped pledged vowed planned promised threatened attempted managed intended offered opted neglected helped
  used leaned relied focused depended insisted apologized apologised complained argued
`);

/** Stems of verbs whose forms are seldom nouns. */
export const verbs = words(`
  accept achieve acknowledge acquire add admit adopt agree allow announce appear apply appoint argue arise arrive
  ask assert assume attend attract avoid become begin believe belong bring carry celebrate come compete comprise
  conclude confirm consider consist contain continue contribute convince create decide declare defend define deliver
  demonstrate deny depend deserve describe destroy develop die differ disagree discuss dominate earn eat eliminate
  embrace emerge employ enable encourage endorse enjoy ensure enter establish exist expand expect explain expose
  extend fail feel follow get give go govern grow happen hear identify ignore illustrate imagine impose improve
  include indicate insist intend introduce invest invite involve join justify keep know learn listen lose maintain
  make manage mean negotiate obtain occur oppose owe own perform permit persist possess predict prefer prepare
  preserve pretend prevent proceed promote propose protect prove provide publish pursue receive recognize recognise
  recommend reduce refer reflect refuse reject rely remain remember remind remove replace represent require resemble
  resist respond restore retain reveal say see seek seem send serve sit speak spend stem strengthen succeed suffer
  suggest survive take teach tell tend think threaten translate transform understand undermine vary want warn wear
  weigh write accuse advise affect afford allege amount apologize apologise approve arrest assist attach await
  behave borrow bother breathe calculate cite coincide collect combine complain concede condemn conduct confront
  connect consult cope criticize criticise deem descend discover dismiss elect enforce evolve examine exclude
  explore feed fill find forget gather handle hide hire hurt inform inspire install interpret investigate kill let
  live locate marry melt merge oversee persuade pose qualify quit realize realise recall reckon recover regard
  reinforce resign resolve retire scrap seize select settle shed solve specialize stall stir submit swear testify
  throw tolerate undergo unfold unveil uphold violate withdraw worsen hinge loom bristle evoke abound choose freeze
  strike steal shake swing pillory encompass hang hold bind elicit overturn overhaul clash sue slam emit buy commit
  sing slash vie bar bear bend boil bomb brag bury bypass cancel clarify clear climb cling coach coax command
  commend compel compile complicate comply compose conceive confide confine confuse congratulate conquer conserve
  constitute construct consume convene convert convey convict correct crave cultivate curb dare dash deepen defy
  delete deliberate denounce depict deploy deprive derive detain deter deteriorate devote dictate diminish dip
  disappear disappoint disclose discourage dispatch displace dispute disrupt distribute diversify donate dump dwarf
  dwell ease elaborate enact endanger endure engage enhance enlist enrich entail entertain equip erode escalate
  evacuate evade evaluate exacerbate exceed excel exert exhibit expel expire exploit facilitate falter fare flee
  flourish flout fly forge forgive formulate foster frighten frustrate fulfil fulfill garner generate glorify grab
  greet hasten haunt heal highlight hinder hurl incite incorporate incur induce infect inflict infuriate inherit
  inhibit initiate inject injure intensify interfere interrupt intervene invade invent invoke irritate isolate
  lament languish legalize liberate lure manipulate mediate migrate mobilize mock modify monitor motivate multiply
  narrow navigate neglect nominate notify nurture obey obscure observe obstruct offend offset omit overwhelm
  participate penalize penetrate perceive permeate plead please plummet portray preach precede precipitate preclude
  preside prevail proclaim prohibit prolong pronounce prosecute provoke punish ratify reassure recede reclaim
  reconcile recruit refute regain regulate rehabilitate reiterate relate relax relent relieve renew renounce repeat
  repel replicate resent reside resonate resort restrict resume retaliate reunite revamp revert revise revive revoke
  revolve rewrite rid sap satisfy scare scramble scrutinize secure seal shatter shred sideline simmer sink skip
  smash smooth soar soften spare spawn specify spill spoil spot spring spurn squander stabilize stalk startle starve
  stifle stimulate strip strive stun subject subsidize subside substitute suffice surpass surrender surround suspend
  sustain swap sweep swell symbolize tackle tamper tarnish taunt tease terminate terrify thrive thwart tighten tilt
  topple toss transcend transmit tread tremble trample trounce unite unleash unnerve unravel upend upset usher utter
  vanish verify vindicate wander wane warrant weaken welcome widen wield wipe withhold withstand woo wrap wrestle
  emphasize emphasise stress underline underscore underestimate outline outnumber outpace outweigh overlook
  overshadow override vow urge win hail axe oust brace grapple
`);

/** Stems of verbs whose forms are nouns as well. */
export const nounVerbs = words(`
  address aim answer approach attack attempt back balance battle benefit bet bid block blow book break build call
  campaign care cast cause challenge change charge claim close comment concern conflict contact contest control cost
  count counter cover crack crash credit cry cut damage date deal debate decline decrease delay demand design desire
  display divide doubt draft draw dream drive drop echo end escape estimate exercise experience export express face
  fall fear feature fight figure file finish fire fit fix flood flow focus force forecast form fuel function fund
  gain grant guarantee guide harm hit hold hope host house impact import increase influence interest issue judge
  jump kick label lack land last laugh launch lead leak leave lift light limit line link list look love mark matter
  measure merit mirror move name need note object offer open order pass pay peak pick place plan play plot point
  poll practice praise present press print produce profit program project promise protest prompt pull purchase push
  question quote race raise rally range rank rate reach rebound rebuke record reform regret release report request
  rescue research respect rest result return review reward ride ring rise risk rock roll rule run rush sanction save
  scale score search seat sell sense set shape share shift ship shock shoot show shut sign signal sleep slide slip
  slow smell smile sound spark spin split sponsor spread spur stage stake stand start state stay steal step stick
  stop strain stress stretch strike struggle study supply support surge surprise suspect swing switch talk target
  taste tax test thank tie top total touch tour trace track trade trail train travel treat trigger trip trouble
  trust try turn twist use value view visit voice vote hate trump air award chair head exit guard skew spell gloss
  hint arm field double huddle pale donate flash fan rein ramp cap chart nail map bank bill rival lie appeal boast
  ban defeat blame detail suit surface pledge lobby plunge tumble finance delight halt crawl crush mount lag update
  upgrade repair repeal retreat salute shelter sacrifice venture veto span torture trap triumph tower glance grasp
  reign stall brace probe oust insult murder mention insert mandate wake walk wash waste watch wave welcome wish
  wonder work worry wound yield
`);

/** Verbs of saying, in every form that can be finite: a clause with one is somebody's, even where nobody marked it. */
export const sayings = words(`
  said says say told tells tell added adds asked asks ask replied replies wrote writes tweeted tweets noted notes
  explained explains argued argues insisted insists claimed claims stated states announced announces declared
  declares warned warns acknowledged acknowledges admitted admits conceded concedes recalled recalls continued
  concluded concludes suggested suggests responded responds answered answers joked jokes quipped testified testifies
  reported reports thinks thought believes believed
`);

export const determiners = words(`
  the a an this these those his her its their our my your some any no every each all both another other many much
  few several more most such what
`);

export const prepositions = words(`
  of in on at by for with from to into onto over under after before during about against between among amid despite
  through throughout across along around behind beyond like unlike near per since toward towards until upon via
  within without as than because off out up down including regarding following
`);

export const coordinators = words('and or but nor yet');

export const subordinators = words(
  'while although though after before because since when whereas as until even once where whereby',
);

export const relatives = words('who which whose whom');

/** Words that open a clause inside another one and take the next finite verb with them. */
export const openers = words(
  'who which whom whose what how why where when whether if that while although because though unless',
);

export const subjectPronouns = words(
  'i you he she it we they who which there everyone everybody someone somebody nobody anyone this that',
);

export const objectStarts = words(`
  the a an this that these those his her its their our my your some any no every each all both another him them it
  us me you himself herself itself themselves more most many several two three four five six seven eight nine ten
  what how why whether nothing something everything
`);

/** Adverbs that stand between a subject and its verb and do not end in `-ly`. */
export const adverbs = words(`
  also still never not now then soon often already once ever just only even always sometimes instead again later
  long further thus therefore however far first last almost too twice yet quite rather simply perhaps maybe largely
  itself himself herself themselves since
`);
