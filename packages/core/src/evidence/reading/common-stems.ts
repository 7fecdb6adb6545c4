// Written by bench/src/fit-stems.ts; not to be edited. Stems of words by how many of the 840 texts in the training part of
// PolNeAR (Newell, Margolin & Ruths 2018) have them: a half and more, a quarter, 12 %, 6 %, 3 %. What is not here is rarer.
export const COMMON_STEMS: readonly (readonly [share: number, stems: string])[] = [
  [
    0.5,
    `
    about after all also an and are as at be been but by call campaign candidat clinton democratic donald even for
    from had has have he her hillar his if in is it just more new no not of on one or other out over part peopl
    president presidential republican said she so some stat than that the their ther they this time to trump up was
    we were what when which who will with would year
    `,
  ],
  [
    0.25,
    `
    accord against america american among another any asked attack back becaus becom befor being believ berni
    between big both can chang come continu could countr day democrat did do dow during election ever far first
    follow former full get go going good gop group help him hous how includ interview into issu its know last lead
    leader like long look made make many may me member million month most much national need never news next night
    nomin nomine now number obama off only our ow percent plan point polic political poll primar public question
    race recent report right same sander say saying says secretar see sen senator should show sinc still such
    support supporter take talk them then thes think thos thre through told tuesda turn two unit very vote voter
    want washington way week well wher whether whil whit win work york you
    `,
  ],
  [
    0.12,
    `
    able accus acros act action actuall added administr adviser again ago agre ahead allow almost along alread alway
    announc answer anti anyon appear argu around attempt away barack based began behind best better bill bring build
    bush busines came care carolina case caus center chairman challeng chanc chief city claim clear clos cnn comes
    coming comments committe communit compan concern congres conservativ consider contest control convention count
    court creat criticism crowd cruz current david days deal debat decad decid decision delegat depart describ
    despit different director does doing done each earl earlier econom economic effort either elect email end endors
    enough enter especiall establish event executiv expect face fact fail fall famil favor federal feel few fight
    find five florida focu forc foreign found four free frida friend front fund futur gave general gett give given
    got gov govern governor great grow half hampshir hand happen hard having head held here high himself histor hold
    home host hour however idea immigr important increas inform instead interest involv iowa job john keep kind larg
    late later law least leav led left less let liberal life likel line littl lost lot major majorit makes making
    man march marco matter mean media meet messag middl might monda mone morn move mr muslim must my name nation
    nearl noted noth november offer offic official often ohio old once open opportunit order organiz outsid
    particularl past paul pay person personal plac play pledg politic politician position possibl post power pres
    privat problem promis provid push put rais rall rather reach read real reall reason receiv recentl record releas
    remain remark reporter represent respond respons result return rival role rubio run runn runner saturda second
    securit seek seem seen senat serv set several shar side sign six social someth south speak speech spend stand
    start stop stor strateg street strong suggest sunda super system taken taking team ted tell term texa text thing
    things third though thought thursda times toda together too took top toward trad trail trying tweet twitter
    under understand universit until us use used using vermont vice victor view votes wall war watch wednesda went
    whos why winn within without women won word world wrot yet your
    `,
  ],
  [
    0.06,
    `
    abc abilit abov abstract accept acces account acknowledg activist adding addres address advantag advocat age
    agenc agenda aides air alleg allies although am amount anger anyth appeal appearanc approach april area ask
    associat attend attention attorne audienc author averag avoid bad ballot ban bank base battl beat becam begin
    beginn ben benefit beyond bid biggest billion billionair bit black blam block board book border born break
    brought built businessman california candidac cannot carson cases cast caucu caucus central certain certainl
    charg check children choic choos chri citizen civil clas clearl cleveland co colleg comment common communic
    compar conclud conduct conferenc conflict congressional contrast convers core cost cours cover credit criminal
    crisi critic critical criticiz cut death december declar declin defeat defend defens deliver demand detail
    determin develop differenc difficult direct directl discussion district divid docu dollar dominat donor door
    doubl doubt dozen draw driv dropp earn east editor effect eight electorat else embrac emerg employe encourag
    ended engag ensur entir estat everybod everyon everyth evidenc exampl exchang exist expand experienc expert
    explain express facebook faces facing father fbi fear februar fellow field figur final finall financial finish
    firm focus form forward fox freedom further gain game gather georg gets giving global goal goes gone ground
    growth gun guy hall handl health hear heart herself higher hit hope huge hundred husband ignor illegal imag
    immediatel immigrant impact improv incom increasingl independent individual industr influenc insist
    international invest investig iraq islamic itself james januar jeb jerse jobs joe join judg july june justic
    kasich key kill labor lack largel largest latest laws leadership learn legal letter level limit link list live
    lives local longer longtim lose loss love low lower main manag manager margin mark market mass mayb measur men
    mention met mexico michael mike militar mind minorit minut mistak moment movement moving mrs near network
    nominat non none north note october officer onlin oper opinion opponent oppos opposition overall pac paid
    particular pass path pennsylvania percentag perhap period philadelphia phon pick plann politicall politico poor
    popul popular potential powerful practic prais prepar present presidenc pressur presumptiv prett prevent previou
    previousl pric principl priorit pro probabl proces professor program progressiv project propos proposal protect
    prov publicl pull pursu putt quarter quickl quit radical radio rank realit recogniz referr reflect reform refus
    register reject relat relationship remember rep repeatedl representativ request requir research respect rest
    retir reveal rhetoric rise rising risk roll room root rules saw schedul school season seat secret secur self
    send senior sens sent september series seriou server servic seven sh shift shoot short shot significant similar
    simpl singl situ small someon son soon sort sought sound sourc speaker special spent spok spokesman staff stag
    stak standard star statu stay step strategist strength struggl student styl subject succes summer suprem sure
    surpris takes target tax television terrorism terrorist test thank themselv thousand threat throughout total
    tough tow track train treat tried troubl true trust try tv ultimatel union valu veteran video violenc virginia
    visit voic voted voting wait walk warn ways weekend welcom west whol whom wife winner wins wisconsin woman
    worker writ wrong yes young
    `,
  ],
  [
    0.03,
    `
    abortion abroad absolutel accomplish achiev acting activ activit actor ad add addition additional admit admitt
    adopt ads advanc advertis advic advis affair affect afford affordabl african afternoon agent aggressiv aide
    aimed al alabama ally alon alternativ amend amid analysi analyst angel angr annual anonymit anxiet anybod ap
    apart apparent apparentl appl appoint approv approval arizona arkansa arms army arriv articl asking assault
    assert asset associ assum assur attract august authorit availabl award backer background balanc barel basi beach
    bear begun behalf behavior below benghazi biden bigger birth blast bloomberg blow blue bob body bomb boost
    bottom brand breitbart brief broad broadcast brok brooklyn brother brow budget burn business buy cabl calif camp
    capital capitol captur car card career carl carr carri cash catch caught cbs celebrat centur chair challenger
    champion channel character cheer chicago child china chines chosen christi christian chuck church circl
    circumstanc cited cities citing clash classifi climat clinch closel closer club coalition collaps colleagu
    colorado column com combat combin command commander commission commit committ compet competition competitiv
    complain complet completel complicat comprehensiv compromis condemn condition confidenc confident confirm
    confront connect connection consequenc constitutional consult contact contain contender contribut contribution
    contributor controvers controversial convinc corporat correct council counter coupl coverag crim crucial cultur
    currentl cuts cutt cycl dail damag danger dangerou data date daughter dead debt deep deepl defin degre democrac
    demographic demonstrat deni denounc depend deport deput deserv design died digit direction disagre disappoint
    discover discus discuss dismiss disput distanc division divisiv domestic donations drew driven drop drug due
    easil eastern easy echo economist educ effectiv effectivel eliminat elit elizabeth elsewher emphasiz employ
    ending enem energ enforc enjoy enthusiasm environmental era eric error essentiall estimat europ european
    eventuall exactl except exception excit exit expos extend extrem extremel faced factor failur fair faith fallen
    fals familiar fast favorabl favorit featur feb fees fell felt femal fewer fifth filed fill financ fine fiorina
    fire fired fit fla floor folk follower fought founder franc friendl frustr frustrat fuel fundrais fundraiser gap
    gay gener generall generat german giant gives god gotten graham grand grant greater greatest green guard guns
    happ harder harr hate headlin headquarter heard heat heav heavil highest highl highlight hill hired hispanic
    honest honor hoped hopeful hopes hoping hotel huckabe huffington human hurt id identif identifi identit illinoi
    imagin importanc impos impossibl incident inde indiana indicat inequalit inevitabl influential infrastructur
    initial initiall insid insider inspir instanc institut institution insult insuranc intelligenc intend internal
    introduc investigat investor invit isis islam island israel jason jeff jim johnson journal journalist jr jump
    kell kentuck kept kids knew knock knowledg lady laid land languag larger latino laugh launch lawmaker lawsuit
    lawyer lean legac legisl length lesson liar libert libya lift light lines listen lived living lock loom los
    losing mainstream maintain manhattan martin maryland massachusett massiv match mate material mayor mccain meant
    meanwhil mexican miami michigan mid minimum minister miss mission mitt mock model moderat modern mogul moments
    momentum moral mostl mother moved moves ms msnbc multipl named names narrow nationall nations nationwid natur
    natural nbc necessar necessaril negativ negotiat neighbor neither nevada newspaper nice nine nobod nor notabl
    notes notic noting notion nuclear numerou obtain obviousl oh oil older ones onto operativ option orlando
    otherwis outcom outsider oversea overwhelm overwhelmingl owner pack page paint panel paper parent pari park
    participat partisan partner paying peac per perform performanc personall persuad peter photo pictur piec pivot
    platform pleas plus pois pollster popularit populist positiv possibilit potentiall predict prefer presenc press
    prim privatel produc professional profil profit progres prominent promot prompt prosecutor prospect protection
    protest protester proud publish qualit quick quot races racial racist ran rand rang rate rates ratings re
    reaction reagan realiz recall recession recommend red reduc referenc refuge regard region regul regular regularl
    relations relativel religion religiou remind remov repeat replac repli reput reserv resident resign resourc
    responsibilit responsibl reuter revenu revers review revolution rich richard rick road robert rock romne ronald
    roughl round rule runs russia russian ryan safe safet sales san save scal scandal scar scen scienc scor scott
    screen scrutin search sector seeing sees seiz select sell senti separat sept seriousl session sett settl shak
    shap sharp shock shortl sides signal sit site sitt size skeptical skill slightl slow smaller smart socialist
    societ solid solution somebod sometim somewhat southern specific specificall split spoken spokeswoman sponsor
    spot spread spring staffer stanc stepp stev steven stick stock stood stopp strategic stretch strik stronger
    strongl stud stump successful suffer suggestion suit superdelegat suppos surg surrogat surround surve survey
    surviv suspend swing syria syrian tabl tactic task taxes technolog temporar tend tens terribl territor terror
    thoma threaten throw ticket tied ties tim titl tom tone tonight topic touch tower traditional transform travel
    trend trip trul truth turnout twic typicall unclear undermin underscor undocument unles unlikel unusual upcom
    updat upon urged usa usuall variou vast version via victim violat violent virtuall vision volunteer vowed vt
    wage wages wake warren water wave weak wealth weapon wear websit western whatever wide widel william wing wish
    wonder worr worri wors worst worth written younger zero
    `,
  ],
];
