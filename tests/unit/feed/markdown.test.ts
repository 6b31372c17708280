import { expect, it } from "vitest";
import { type ListedWindow, toWindowMarkdown } from "@/lib/feed/markdown";
import { windowOf } from "@/lib/feed/windows";
import type { PaperSummary } from "@/lib/papers/types";
import type { UtcDate } from "@/lib/time";
import { paperDetails } from "../papers/details";

const SITE = "https://papers.example.org";
const DAY = "2026-06-08" as UtcDate;

function summary(values: Partial<PaperSummary> = {}): PaperSummary {
	return { ...paperDetails(), editionDate: DAY, listedAt: new Date(`${DAY}T08:00:00Z`), sparkline: null, ...values };
}

function listed(papers: PaperSummary[], values: Partial<ListedWindow["facts"]> = {}, isOpen = false): ListedWindow {
	const window = windowOf("date", DAY);
	const facts = { paperCount: papers.length, previous: null, next: null, lastDate: DAY, isSample: false, ...values };
	return { window, papers, facts, isOpen };
}

it("has a paper an entry", () => {
	const other = { title: { text: "[A] *title*", html: null }, abstract: { text: "1. One", html: null } };
	const second = summary({ ...other, organization: null });
	const previous = windowOf("date", "2026-06-05" as UtcDate);
	expect(toWindowMarkdown(listed([summary(), second], { previous }), SITE)).toBe(`# Papers of Monday, June 8, 2026

- 2 papers, the most upvoted first
- Closed
- Page: <https://papers.example.org/papers/date/2026-06-08>
- Before: <https://papers.example.org/papers/date/2026-06-05.md>

## 1\\. [Alignment Faking](<https://papers.example.org/papers/2412.14093>)

Upvotes: 12 (2 cast here, 10 from Hugging Face) · Anthropic

We present a demonstration.

## 2\\. [\\[A\\] \\*title\\*](<https://papers.example.org/papers/2412.14093>)

Upvotes: 12 (2 cast here, 10 from Hugging Face) · 2 authors

1\\. One
`);
});

it("says that it is empty, open, or a sample", () => {
	expect(toWindowMarkdown(listed([], { isSample: true }, true), SITE)).toBe(`# Papers of Monday, June 8, 2026

- 0 papers, the most upvoted first
- Open: more may come
- A sample edition: its upvotes are made up
- Page: <https://papers.example.org/papers/date/2026-06-08>
`);
});

it("says where more are", () => {
	expect(toWindowMarkdown(listed([summary()], { paperCount: 101 }), SITE)).toContain(
		"\n- These are the first 1; the page has all, and the next are in <https://papers.example.org/api/daily_papers?date=2026-06-08&limit=100&p=1>\n",
	);
});
