import type { Page } from "@playwright/test";
import pg from "pg";
import { type ArxivPaper, startArxiv } from "../fakes/arxiv";
import type { Upstream } from "../fakes/upstream";
import { test as base } from "./fixtures";
import { type Outbox, openOutbox } from "./outbox";
import { startServer, type TestServer } from "./server/start-server";
import { freshAddress, signIn } from "./steps";

const DAY_MS = 86_400_000;
const START_LIMIT_MS = 120_000;

/** How many papers a reader may submit a day on this server. */
export const DAILY_LIMIT = 2;

/** Its title and its list of authors are as long as they come. */
export const LONG: ArxivPaper = {
	...paper("2611.00003", 2),
	title: `A Study of ${"Unusually-Long-Compound-Words-in-Titles ".repeat(8)}and of Supercalifragilisticexpialidociousness`,
	authors: Array.from({ length: 664 }, (_, n) => `Author Number${n}`),
};

const PAPERS: ArxivPaper[] = [
	...[
		"2611.00001",
		"2611.00002",
		"2611.00004",
		"2611.00005",
		"2611.00006",
		"2611.00007",
		"2611.00008",
		"2611.00009",
	].map((id) => paper(id, 1)),
	LONG,
	{ ...paper("2610.00001", 30), title: "Last month's news" },
	{ ...paper("hep-th/9901001", 10_000), title: "A paper of the last century" },
];

function paper(id: string, daysOld: number): ArxivPaper {
	return {
		id,
		title: `What is new in ${id}`,
		abstract: `We study what is new in ${id}, and find that it is <b>small</b> & good.`,
		authors: ["Ada Lovelace", "Émile Borel"],
		categories: ["cs.LG"],
		published: new Date(Date.now() - daysOld * DAY_MS).toISOString(),
	};
}

export type SubmitSite = { server: TestServer; arxiv: Upstream; outbox: Outbox };

/** `test` with a server of this file's own that asks a local arXiv. Relative addresses are that server's. */
export const test = base.extend<object, { site: SubmitSite }>({
	site: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that the fixture needs no other.
		async ({}, use) => {
			const arxiv = await startArxiv(PAPERS);
			const server = await startServer({ ARXIV_API_URL: arxiv.url, SUBMIT_DAILY_LIMIT: String(DAILY_LIMIT) });
			await use({ server, arxiv, outbox: openOutbox(server.outboxDir) });
			await server.stop();
			await arxiv.close();
		},
		{ scope: "worker", timeout: START_LIMIT_MS },
	],
	baseURL: async ({ site }, use) => use(site.server.url),
});

/** Signs somebody new in and opens the form. */
export async function openForm(page: Page, { outbox }: SubmitSite, name = "submitter"): Promise<string> {
	const address = freshAddress(name);
	await page.goto("/papers/submit");
	await signIn(page, outbox, address);
	await page.waitForURL("**/papers/submit");
	return address;
}

/** Pastes a text and presses the button. */
export async function lookUp(page: Page, text: string): Promise<void> {
	await page.getByLabel("arXiv id or address").fill(text);
	await page.getByRole("button", { name: "Look it up" }).click();
}

/** As the operator's command does, and as an account's settings may. */
export async function setUser({ server }: SubmitSite, address: string, values: { role?: string; name?: string }) {
	const client = new pg.Client({ connectionString: server.databaseUrl });
	await client.connect();
	try {
		const text = "UPDATE users SET role = coalesce($2::user_role, role), name = coalesce($3, name) WHERE email = $1";
		await client.query(text, [address, values.role ?? null, values.name ?? null]);
	} finally {
		await client.end();
	}
}

export const field = (page: Page) => page.getByLabel("arXiv id or address");
export const problem = (page: Page, words: RegExp | string) => page.getByRole("alert").filter({ hasText: words });
