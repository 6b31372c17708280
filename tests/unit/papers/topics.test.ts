import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ABBREVIATIONS } from "@/lib/papers/abbreviations";
import { parseSlug } from "@/lib/papers/slug";
import { topicsOf } from "@/lib/papers/topics";

const topicOf = (keyword: string) => topicsOf({ categories: [], keywords: [keyword] })[0];
const slugOf = (keyword: string) => topicOf(keyword)?.slug;
const nameOf = (keyword: string) => topicOf(keyword)?.name;

describe("keywords of one meaning are one topic", () => {
	it.each([
		["case", ["Diffusion Models", "diffusion models", "DIFFUSION MODELS"]],
		["hyphens, spaces and underscores", ["test-time scaling", "Test Time Scaling", "test_time_scaling"]],
		["singular and plural", ["benchmark", "benchmarks"]],
		["plurals of -y", ["policy", "Policies"]],
		["plurals of a hiss", ["bounding box", "bounding boxes"]],
		["plurals of their own", ["attention matrix", "attention matrices"]],
		["two words that end alike", ["bias", "biases"]],
		["loss and losses", ["perceptual loss", "perceptual losses"]],
		["analysis and analyses", ["error analysis", "error analyses"]],
		["caches", ["KV cache", "KV caches", "key-value cache"]],
		["British and American spelling", ["policy optimisation", "policy optimization"]],
		["other British words", ["topic modelling", "topic modeling"]],
		["closed and open compounds", ["finetuning", "fine-tuning", "fine tuning"]],
		["closed and open prefixes", ["multi-modal reasoning", "multimodal reasoning"]],
		["an abbreviation and its long form", ["LLMs", "LLM", "large language models", "Large Language Models (LLMs)"]],
		["an abbreviation before its long form", ["RLHF (Reinforcement Learning from Human Feedback)", "RLHF"]],
		["abbreviations within", ["CoT reasoning", "chain-of-thought reasoning"]],
		["a word that the abbreviation has in it", ["VLA models", "VLAs", "vision-language-action models"]],
		["GANs", ["GANs", "generative adversarial networks"]],
		["widths of letters", ["ＧＰＴ-4o", "GPT-4o"]],
	])("%s", (_, spellings) => {
		const [first] = spellings;
		for (const spelling of spellings) expect(slugOf(spelling)).toBe(slugOf(first ?? ""));
		expect(slugOf(first ?? "")).toBeDefined();
	});

	it.each([
		["physics", "physics"],
		["mathematics", "mathematics"],
		["news", "news"],
		["k-means", "k-means"],
		["time series", "time-series"],
		["hypothesis", "hypothesis"],
		["virus", "virus"],
		["transformers", "transformer"],
		["graphs", "graph"],
		["databases", "database"],
		["evaluation metrics", "evaluation-metric"],
		["MCTS", "monte-carlo-tree-search"],
		["noise", "noise"],
		["supervised learning", "supervised-learning"],
		["pre-pre-training", "pre-pre-training"],
		["Fréchet distance", "frechet-distance"],
	])("%s is %s", (keyword, slug) => {
		expect(slugOf(keyword)).toBe(slug);
	});

	it.each([
		["image generation", "video generation"],
		["text-to-speech", "speech-to-text"],
		["reward model", "reward modeling"],
		["Qwen2.5-7B", "Qwen2-57B"],
		["TTS", "test-time scaling"],
	])("%s is not %s", (one, other) => {
		expect(slugOf(one)).not.toBe(slugOf(other));
	});
});

describe("the name of a topic", () => {
	it.each([
		["Vision-Language Pretraining", "vision-language pretraining"],
		["Reward Hacking", "reward hacking"],
		["GPT-4o", "GPT-4o"],
		["QLoRA Fine-Tuning", "QLoRA fine-tuning"],
		["DAPO", "DAPO"],
		["GRPO", "group relative policy optimization"],
		["LLMs", "large language models"],
		["Automated Theorem Proving (ATP)", "automated theorem proving"],
		["SE(3) Equivariance", "SE(3) equivariance"],
		["“See Large, Focus Small”", "see large, focus small"],
		["lightweight model (unclosed", "lightweight model"],
	])("of “%s” is “%s”", (keyword, name) => {
		expect(nameOf(keyword)).toBe(name);
	});
});

it.each([
	"",
	"  ",
	"---",
	"42",
	"2024-05",
	"(a remark)",
	"$\\tau$-bench",
	"\\textsc{FinAudio}",
	"a sentence about a method that is far too long to be a topic of anything",
])("“%s” is no topic", (keyword) => {
	expect(topicOf(keyword)).toBeUndefined();
});

describe("a paper's topics", () => {
	it("are its categories by name, then its keywords in order, each once", () => {
		const topics = topicsOf({
			categories: ["cs.CL", "stat.ML", "cs.SY", "eess.SY", "cs.ZZ"],
			keywords: ["LLM agents", "RL", "Large Language Model agents", "cs.CL"],
		});
		expect(topics).toEqual([
			{ slug: "cs-cl", name: "Computation and Language", kind: "category" },
			{ slug: "stat-ml", name: "Machine Learning (Statistics)", kind: "category" },
			{ slug: "eess-sy", name: "Systems and Control", kind: "category" },
			{ slug: "cs-zz", name: "cs.ZZ", kind: "category" },
			{ slug: "large-language-model-agent", name: "LLM agents", kind: "keyword" },
			{ slug: "reinforcement-learning", name: "reinforcement learning", kind: "keyword" },
		]);
	});

	it("are sixteen at most", () => {
		const keywords = Array.from({ length: 40 }, (_, index) => `method ${index}`);
		expect(topicsOf({ categories: ["cs.LG"], keywords })).toHaveLength(16);
	});
});

describe("any keyword", () => {
	const word = fc.oneof(
		fc.constantFrom(
			"models",
			"Policies",
			"GANs",
			"LLM",
			"multi-modal",
			"Optimisation",
			"bias",
			"analyses",
			"VLAs",
			"3D",
		),
		fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,11}$/),
	);
	const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
	const keyword = fc.oneof(phrase, fc.string({ unit: "grapheme", maxLength: 70 }), fc.string({ maxLength: 70 }));

	it("has the topic of its topic's name", () => {
		fc.assert(
			fc.property(keyword, (text) => {
				const topic = topicOf(text);
				if (topic !== undefined) expect(topicOf(topic.name)).toEqual(topic);
			}),
		);
	});

	it("has a slug that an address can hold, or none", () => {
		fc.assert(
			fc.property(keyword, (text) => {
				const slug = slugOf(text);
				if (slug === undefined) return;
				expect(slug).toMatch(/^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u);
				expect(slug).toBe(slug.toLowerCase());
				expect(parseSlug(encodeURIComponent(slug))).toBe(slug);
			}),
		);
	});

	it("meets its variants of case, hyphens and plural", () => {
		fc.assert(
			fc.property(phrase, (text) => {
				const slug = slugOf(text);
				expect(slugOf(text.toUpperCase())).toBe(slug);
				expect(slugOf(text.toLowerCase())).toBe(slug);
				expect(slugOf(text.replaceAll(" ", "-"))).toBe(slug);
				expect(slugOf(text.replaceAll(" ", "_"))).toBe(slug);
				expect(slugOf(`${text} networks`)).toBe(slugOf(`${text} network`));
			}),
		);
	});
});

it("calls each abbreviation by its long form, whichever is given", () => {
	for (const [short, long] of Object.entries(ABBREVIATIONS)) {
		expect(topicOf(short)).toEqual(topicOf(long));
		expect(nameOf(short)).toBe(long);
	}
});
