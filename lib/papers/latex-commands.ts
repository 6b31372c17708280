/** Splits a list of names that is written over several lines. */
const list = (names: string) => names.trim().split(/\s+/);

const GREEK = list(`
	alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho varrho sigma varsigma
	tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
`);

const SIGNS = list(`
	times pm mp div cdot ast star circ bullet oplus ominus otimes odot wedge vee land lor lnot neg cap cup setminus sqcup uplus
	le leq leqslant ll lesssim ge geq geqslant gg gtrsim ne neq approx sim simeq cong equiv propto doteq asymp prec preceq succ
	succeq in ni notin subset subseteq subsetneq supset supseteq mid nmid parallel perp models vdash
	to gets leftarrow rightarrow leftrightarrow Leftarrow Rightarrow Leftrightarrow longleftarrow longrightarrow
	longleftrightarrow Longrightarrow Longleftrightarrow implies iff mapsto longmapsto uparrow downarrow updownarrow Uparrow
	Downarrow nearrow searrow swarrow nwarrow hookrightarrow rightharpoonup rightleftharpoons leadsto rightsquigarrow
	forall exists nexists emptyset varnothing infty partial nabla ell hbar imath jmath Re Im wp aleph prime angle triangle
	triangleq coloneqq top bot square Box blacksquare diamond Diamond checkmark dagger ddagger S sharp flat natural degree
`);

/** Commands whose letter or sign is meant where one stands in prose, as arXiv writes what authors paste: `{\Delta}G`, `2.3\times`. */
export const SIGN_COMMANDS: ReadonlySet<string> = new Set([...GREEK, ...SIGNS]);

/**
 * Every command that a formula may hold: mathematics without side effects. What links, includes, styles, names, measures or
 * defines is out (`\href`, `\includegraphics`, `\class`, `\color`, `\rule`, `\def`, …) whatever the renderer thinks of it.
 */
export const FORMULA_COMMANDS: ReadonlySet<string> = new Set([
	...SIGN_COMMANDS,
	..."$%&#_{}|,;:!> \\",
	...list(`
		sum prod coprod int iint iiint oint bigcup bigcap bigoplus bigotimes bigodot bigwedge bigvee bigsqcup
		arccos arcsin arctan arg argmax argmin cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max
		min Pr sec sin sinh sup tan tanh operatorname bmod pmod mod not
		frac dfrac tfrac cfrac binom dbinom tbinom sqrt over choose stackrel overset underset substack limits nolimits
		hat widehat tilde widetilde bar overline vec dot ddot dddot acute grave breve check mathring overrightarrow
		overleftarrow overbrace underbrace xrightarrow xleftarrow
		mathbf mathbb mathcal mathfrak mathit mathrm mathsf mathscr mathtt mathnormal mathds mathbbm boldsymbol bm bold pmb rm bf it
		sf tt cal text textbf textit textrm textsf texttt textup textnormal textsc mbox emph
		left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm langle rangle lvert rvert lVert rVert
		vert Vert lbrace rbrace lbrack rbrack lfloor rfloor lceil rceil backslash
		dots ldots cdots vdots ddots dotsc dotsb colon quad qquad enspace thinspace displaystyle textstyle scriptstyle
		mathrel mathbin mathop mathord mathopen mathclose R N Z ensuremath xspace
	`),
]);

export const ENVIRONMENTS: ReadonlySet<string> = new Set(
	list("matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix cases aligned"),
);

/** What authors' packages give and the renderer has not, in its terms. */
export const MACROS: Readonly<Record<string, string>> = {
	"\\mathds": "\\mathbb",
	"\\mathbbm": "\\mathbb",
	"\\mbox": "\\text",
	"\\textsc": "\\text",
	"\\ensuremath": "",
	"\\xspace": "",
};
