import fc from "fast-check";
import { expect, it } from "vitest";
import { parseGithubRepo } from "@/lib/ingest/normalise/github";
import { parseWebAddress } from "@/lib/ingest/normalise/urls";

it.each([
	["https://github.com/inclusionAI/Ming/tree/main/Ming-unify", "inclusionAI/Ming"],
	["https://github.com/Alibaba-NLP/WebAgent//", "Alibaba-NLP/WebAgent"],
	["https://github.com/MYVAE/SmartSearch?tab=readme-ov-file", "MYVAE/SmartSearch"],
	["https://github.com/\nFightingFighting/NeuroAda.git", "FightingFighting/NeuroAda"],
	["http://www.github.com/a/b.js#readme", "a/b.js"],
	["github.com/a/b", "a/b"],
	["git@github.com:a/b.git", "a/b"],
	["ssh://git@github.com/a/b.git", "a/b"],
	["ssh://git@github.com:22/a/b.git", "a/b"],
	["git+https://github.com/a/b.git", "a/b"],
	["git+ssh://git@github.com/a/b.git", "a/b"],
	["git://github.com/a/b", "a/b"],
	["a/b", "a/b"],
])("finds in %j the repository %s", (text, repo) => expect(parseGithubRepo(text)).toBe(repo));

it.each([
	"https://github.com/DFIR-Metric",
	"https://github.com",
	"https://github.com/orgs/x",
	"https://gist.github.com/a/b",
	"https://gitlab.com/a/b",
	"https://github.com.evil.example/a/b",
	"https://github.com@evil.example/a/b",
	"https://github.com/a/..",
	"https://github.com/a/.git",
	"javascript:alert(1)//github.com/a/b",
	"",
])("finds no repository in %j", (text) => expect(parseGithubRepo(text)).toBeUndefined());

it("gives a repository's name that it reads as itself", () => {
	const owner = fc
		.stringMatching(/^[A-Za-z\d][A-Za-z\d-]{0,38}$/)
		.filter((name) => parseGithubRepo(`${name}/x`) !== undefined);
	const name = fc.stringMatching(/^[\w-]{1,60}$/);
	const around = fc.constantFrom(
		["https://github.com/", "/issues?q=1"],
		["git@github.com:", ".git"],
		["git+https://github.com/", ".git#v1"],
	);
	fc.assert(
		fc.property(owner, name, around, (from, repo, [before, behind]) => {
			expect(parseGithubRepo(`${before}${from}/${repo}${behind}`)).toBe(`${from}/${repo}`);
			expect(parseGithubRepo(`${from}/${repo}`)).toBe(`${from}/${repo}`);
		}),
	);
	fc.assert(fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.webUrl()), (any) => void parseGithubRepo(any)));
});

it.each([
	[" https://sites.google.com/view/adc-robot", "https://sites.google.com/view/adc-robot"],
	["http://Lab.Example.com", "http://lab.example.com/"],
])("reads the address %j", (text, address) => expect(parseWebAddress(text)).toBe(address));

it.each([
	"javascript:alert(1)",
	"java\nscript:alert(1)",
	"data:text/html,x",
	"//evil.example",
	"/avatars/a.svg",
	"https://bank.example@evil.example/",
	"",
	"https://",
	`https://a.example/${"x".repeat(3000)}`,
])("reads no address in %j", (text) => expect(parseWebAddress(text)).toBeUndefined());

it("makes a relative address whole", () => {
	expect(parseWebAddress("/avatars/a.svg", "https://huggingface.co")).toBe("https://huggingface.co/avatars/a.svg");
});

it("gives web addresses only", () => {
	fc.assert(
		fc.property(fc.oneof(fc.webUrl(), fc.string(), fc.constantFrom("ftp://a/", "file:///a")), (any) => {
			const address = parseWebAddress(any);
			if (address === undefined) return;
			expect(address).toMatch(/^https?:\/\//);
			expect(parseWebAddress(address)).toBe(address);
		}),
	);
});
