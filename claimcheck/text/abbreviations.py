"""
Words whose full stop need not end a sentence, by what may follow them.

Source: compiled for this project from the abbreviation lists that style guides give
(AP Stylebook for titles, months, states, streets and companies; The Chicago Manual of
Style, 17th edition, chapter 10, for scholarly and Latin forms), from ISO 8601 and IANA
for time zones, and from the phenomena that the Pragmatic Segmenter's golden rules name.
Entries are lower case and without their last stop.
"""

from __future__ import annotations

# A name follows: never the end of a sentence, save before a word that starts one.
TITLES = frozenset(
    """
    abp adm amb asst atty attys bp brig capt cdr cmdr cpl cpt dr drs fr ft gen gov govs
    hon insp lieut lt maj messrs mgr mlle mme mmes mr mrs ms msgr mt mtn mtns mx pfc
    pres prof profs pvt rep reps ret rev revd rt sen sens sgt spc ss st ste supt sr.lt
    treas
    """.split()
)

# Of these, the ones that nothing but a name can follow.
FORMS_OF_ADDRESS = frozenset("dr mlle mme mr mrs ms messrs prof".split())

# A number, a letter or a name follows.
BEFORE_NUMBERS = frozenset(
    """
    anm app arr art arts bk cap ch chap chaps circa cl col cols eq eqs ex exh exhs fig
    figs fn fol loc n nn no nos nr nrs n° nº nos° op p par para paras pl pp pt pts rec
    reg resp rm rs s sec secs sect sects ser sig supp suppl tab tel thm v ver vers vol
    vols vv §
    """.split()
)

# Before a day or a year; a sentence may end with one.
MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())

# Never the end: something is always said after them.
RUNNING = frozenset(
    """
    abbr aka approx appt btw c ca cf ed eds e.g e.q eg f.e fl i.e ie incl intro med
    misc nb orig pseud rel repr spec tr trans trad usu viz vs w.r.t
    """.split()
)

# May close a sentence: it does when a word follows that starts one.
CLOSING = frozenset(
    """
    a.a a.d a.h a.k.a a.m acad acct accts admin agcy al ala alta amer ariz assn assoc
    assocs ass'n ave avg b.a b.b.c b.c b.c.e b.s bancorp bde bldg blvd bn bros brit btu
    c.e calif cent cert cie cm cmte co colo comm comp conf conn cont corp ct ctr d.c d.d.s
    d.e d.phil del dept depts dist e.u ed.d educ elec eng engr esp est esq etc exec expy f.b.i
    fla freq g.o.p ga gal gaz govt grp gtd h.k hist hosp hq hr hrs hwy i.v inc incs int intl
    invt j.d jct jr jnr k.c kan kans ken kg km ky l.a lb lbs ld ll.b ll.d ltd m.a m.b.a m.d
    m.p m.s mass mb md mfg mg mich minn ml mm mo mont mph n.c n.d n.e n.h n.j n.k n.m n.w
    n.y n.y.c n.z natl neb nebr nev ntl okla ont ore oz p.c p.m p.o p.s penn ph.d phil pk
    pkwy plc plz ppd prelim priv prov pty publ qtr r.a r.n rd rec'd regt ry s.a s.c s.d
    s.e s.p.a s.r.l s.w sask sch sci secy snr soc sq sqn stn str supvr svc tbsp tenn terr
    tex tpk tsp u.a.e u.k u.n u.s u.s.a u.s.s.r univ va vt w.va wis wk wks wy wyo yd yds
    yr yrs
    """.split()
)

# Street words: closing after a name, a saint's title before one.
ABBREVIATIONS = TITLES | BEFORE_NUMBERS | MONTHS | RUNNING | CLOSING

# After "5 a.m.": what still belongs to the time.
AFTER_HOURS = frozenset(
    """
    ACST ACT ADT AEDT AEST AKST AST AWST BST Beijing Berlin Brussels CDT CEST CET CST
    Central EAT ECT EDT EEST EET EST ET Eastern Friday GMT Greenwich HKT HST IDT IST
    JST Japan KST Kyiv London MDT MSK MST MT Monday Moscow Mountain NZST PDT PKT PST PT
    Pacific Paris SAST Saturday Seoul Sunday Thursday Tokyo Tuesday UTC WAT WEST WET
    Washington Wednesday
    """.split()
)

# Words that begin a sentence when they stand capitalised after a stop, and that are
# seldom part of a name there.
STARTERS = frozenset(
    """
    A According Across After Afterwards Again Against All Almost Along Already Also
    Although Am Amid Among An And Another Any Anyone Are Around As At Back Because
    Before Behind Below Besides Between Beyond Both But By Can Clearly Consequently
    Could Critics Currently Despite Did Do Does Dozens During Each Earlier Either Even
    Eventually Every Everyone Everything Except Experts Few Finally First For Four
    From Further Furthermore Given Had Half Has Have Having He Hence Her Here His How
    However Hundreds I If In Indeed Initially Inside Instead Interestingly Into Is It
    Its Itself Just Last Later Lately Let Like Likewise Many Maybe Meanwhile Millions
    Moreover Most Much My Nearly Neither Never Nevertheless Next Nobody Nonetheless
    Nor Not Nothing Now Of Officials Often On Once One Only Or Other Others Otherwise
    Our Out Outside Over Overall Perhaps Please Previously Rather Recently Regardless
    Researchers Rumors Rumours Second Several She Should Similarly Since So Some
    Someone Something Sometimes Soon Still Such Suddenly Surely Than That The Their
    Them Then There Thereafter Therefore These They Third This Those Though Thousands
    Three Through Throughout Thus To Today Together Tomorrow Tonight Toward Towards
    Two Ultimately Under Unfortunately Unless Unlike Until Up Upon Us Usually Was We
    Were What Whatever When Whenever Where Whereas Whether Which While Who Whoever
    Whom Whose Why With Within Without Would Yes Yesterday Yet You Your
    """.split()
)

# The few of them that show a new sentence even after a title or a single letter.
FIRM_STARTERS = frozenset(
    """
    According After Although And As Because Before But By Did Does During For From He
    Her His How However If In It Its Meanwhile On She Since So That The Their Then
    There These They This Those Though We What When Where While Who Why Yet You
    """.split()
)

# Names that carry their own exclamation or question mark.
EXCLAIMED = frozenset(
    """
    airplane eureka jeopardy joomla kahoot oklahoma panic shazam wham yahoo yum
    """.split()
)

# Verbs that may follow a quotation's mark and its speaker's name.
SPEECH_VERBS = frozenset(
    """
    acknowledged added admitted announced answered argued argues asked asks
    commented concluded continued cried declared demanded emphasised emphasized
    exclaimed explained explains insisted joked laughed noted observed pleaded posted
    promised quipped read reads recalled remarked repeated replied responded said says
    shouted stated stressed suggested tells thought told tweeted urged warned whispered
    wondered wonders writes wrote yelled
    """.split()
)
