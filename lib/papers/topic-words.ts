/** Words whose plural follows no rule, or looks as if it followed another one. */
const PLURALS: ReadonlyMap<string, string> = new Map(
	Object.entries({
		analyses: "analysis",
		apis: "api",
		axes: "axis",
		biases: "bias",
		bonuses: "bonus",
		caches: "cache",
		characteristics: "characteristic",
		corpora: "corpus",
		cpus: "cpu",
		criteria: "criterion",
		critics: "critic",
		diagnoses: "diagnosis",
		gpus: "gpu",
		grus: "gru",
		guis: "gui",
		heuristics: "heuristic",
		hypotheses: "hypothesis",
		indices: "index",
		lenses: "lens",
		lms: "lm",
		matrices: "matrix",
		metrics: "metric",
		movies: "movie",
		phenomena: "phenomenon",
		rms: "rm",
		rubrics: "rubric",
		syntheses: "synthesis",
		topics: "topic",
		tpus: "tpu",
		uis: "ui",
		vertices: "vertex",
	}),
);

/** No plurals, though they end like one. */
const SINGULARS = new Set(
	"alias always atlas bias canvas cosmos lens mcts means news pandas series species ulysses".split(" "),
);

/** Bus, analysis, class, physics: what ends so is no plural. With a digit it is a name (`3dgs`). */
const NO_PLURAL = /^.{0,3}$|[^s]$|(?:ss|us|is|ics)$|\d/;

const BRITISH: readonly (readonly [RegExp, string])[] = [
	[/(?<!ev|ov)isation/, "ization"],
	// Not noise, precise, supervise, expertise: these stems only take -ize.
	[/(..(?:al|an|ar|en|er|es|et|gn|ic|il|im|it|nt|on|or|tr))is(e|ed|er|ing)$/, "$1iz$2"],
	[/lys(e|ed|er|ing)$/, "lyz$1"],
	[/^(behavi|col|endeav|fav|flav|hon|hum|lab|neighb|rum|tum|vap)our/, "$1or"],
	[/(cancel|channel|label|level|model|signal|travel|tunnel)l(ed|er|ing)$/, "$1$2"],
	[/^(cent|fib|met|theat)re$/, "$1er"],
	[/^(def|lic|off)ence$/, "$1ense"],
	[/^(catal|dial)ogue$/, "$1og"],
	[/^judgement$/, "judgment"],
	[/^artefact$/, "artifact"],
	[/^grey/, "gray"],
];

/** Written with a hyphen, a space or neither: here the spelling that is met most. */
const HYPHENATED =
	"audio-visual feed-forward fine-tune fine-tuned fine-tuning multi-agent multi-hop multi-step multi-task multi-turn multi-view " +
	"neuro-symbolic post-trained post-training pre-train pre-trained pre-training";
const CLOSED =
	"auto-encoder auto-regressive bi-directional common-sense hyper-parameter key-frame multi-modal multi-modality non-linear " +
	"spatio-temporal";

const COMPOUNDS: ReadonlyMap<string, string> = new Map([
	...HYPHENATED.split(" ").map((word) => [word.replace("-", ""), word] as const),
	...CLOSED.split(" ").map((word) => [word, word.replace("-", "")] as const),
]);

const COMPOUND = new RegExp(`(?<=^|-)(?:${[...COMPOUNDS.keys()].join("|")})(?=-|$)`, "g");

/** A word without its plural, in American spelling. Lower case in and out. */
export function toBaseForm(word: string): string {
	const singular = toSingular(word);
	return BRITISH.reduce((spelled, [british, american]) => spelled.replace(british, american), singular);
}

/** Gives words that are joined by hyphens the one spelling of each compound among them: `multi-modal` is `multimodal`. */
export function joinCompounds(words: string): string {
	return words.replace(COMPOUND, (compound) => COMPOUNDS.get(compound) ?? compound);
}

function toSingular(word: string): string {
	const irregular = PLURALS.get(word);
	if (irregular !== undefined) return irregular;
	if (SINGULARS.has(word) || NO_PLURAL.test(word)) return word;
	if (/...ies$/.test(word)) return `${word.slice(0, -3)}y`;
	return word.replace(/(ss|x|ch|sh)es$|s$/, "$1");
}
