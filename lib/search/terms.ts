import type { UtcDate } from "../time";
import { readDay } from "./dates";

/** One thing that a query asks for, with its value in the form in which it is written back. */
export type Term =
	| { kind: "words" | "phrases" | "authors" | "orgs" | "topics"; value: string; negated: boolean }
	| { kind: "code"; negated: boolean }
	| { kind: "since"; value: UtcDate }
	| { kind: "until"; value: UtcDate }
	| { kind: "min"; value: number };

const FIELDS = {
	author: (value: string, negated: boolean) => named("authors", value, negated, "author: needs a name."),
	org: (value: string, negated: boolean) => named("orgs", value, negated, "org: needs the name of an organisation."),
	topic: (value: string, negated: boolean) => named("topics", value, negated, "topic: needs the name of a topic."),
	since: (value: string, negated: boolean) => {
		if (negated) return "since: can't be excluded, use until: instead.";
		const day = readDay(value, "first");
		return day === undefined ? "since: needs a date like 2026-06-01." : ({ kind: "since", value: day } as const);
	},
	until: (value: string, negated: boolean) => {
		if (negated) return "until: can't be excluded, use since: instead.";
		const day = readDay(value, "last");
		return day === undefined ? "until: needs a date like 2026-06-01." : ({ kind: "until", value: day } as const);
	},
	min: (value: string, negated: boolean) => {
		if (negated) return "min: can't be excluded.";
		return /^\d{1,9}$/.test(value)
			? ({ kind: "min", value: Number(value) } as const)
			: "min: needs a number of upvotes.";
	},
	has: (value: string, negated: boolean) =>
		value.toLowerCase() === "code" ? ({ kind: "code", negated } as const) : "has: knows only has:code.",
} satisfies Record<string, (value: string, negated: boolean) => Term | string>;

const PATTERN = new RegExp(
	`(?<minus>-*)(?:(?<field>${Object.keys(FIELDS).join("|")}):(?:"(?<quoted>[^"]*)"?|(?<bare>[^\\s"]*))|"(?<phrase>[^"]*)"?|(?<word>[^\\s"]+))`,
	"gi",
);

const QUOTES = /[“”„‟«»]/g;
/** Halves of characters, and what only steers how others look: marks of direction, joiners, byte order marks. */
const INVISIBLE = /[\p{Cf}\p{Cs}]/gu;

/** Reads a text into terms, in order and each once. A sentence stands for what was not understood; signs alone are left out. */
export function readTerms(text: string): (Term | string)[] {
	const clean = text
		.replace(INVISIBLE, "")
		.normalize("NFKC")
		.replace(/\p{Cc}/gu, " ")
		.replace(QUOTES, '"');
	const found = new Map<string, Term | string>();
	for (const { groups = {} } of clean.matchAll(PATTERN)) {
		const term = toTerm(groups);
		if (term === undefined) continue;
		const key = (typeof term === "string" ? term : formatTerm(term)).toLowerCase();
		if (!found.has(key)) found.set(key, term);
	}
	return [...found.values()];
}

function toTerm({ minus = "", field, quoted, bare, phrase, word }: Record<string, string | undefined>) {
	const negated = minus !== "";
	const value = (quoted ?? bare ?? phrase ?? word ?? "").trim().replace(/\s+/g, " ");
	if (field !== undefined) return FIELDS[field.toLowerCase() as keyof typeof FIELDS](value, negated);
	return saysSomething(value)
		? ({ kind: word === undefined ? "phrases" : "words", value, negated } as const)
		: undefined;
}

function named(kind: "authors" | "orgs" | "topics", value: string, negated: boolean, problem: string): Term | string {
	return saysSomething(value) ? { kind, value, negated } : problem;
}

function saysSomething(value: string): boolean {
	return /[\p{L}\p{N}]/u.test(value);
}

/** Writes a term as a person would type it. */
export function formatTerm(term: Term): string {
	switch (term.kind) {
		case "words":
			return `${minus(term)}${term.value}`;
		case "phrases":
			return `${minus(term)}"${term.value}"`;
		case "authors":
		case "orgs":
		case "topics":
			return `${minus(term)}${term.kind.slice(0, -1)}:${/\s/.test(term.value) ? `"${term.value}"` : term.value}`;
		case "code":
			return `${minus(term)}has:code`;
		default:
			return `${term.kind}:${term.value}`;
	}
}

function minus({ negated }: { negated: boolean }): string {
	return negated ? "-" : "";
}
