import type { Browser } from "@playwright/test";
import { query } from "../db/query";
import { type Answer, ask } from "./ask";
import { expect, test } from "./fixtures";
import { readKept } from "./kept-answers";
import { openOutbox } from "./outbox";
import { NO_NGINX, startCrowd } from "./server/start-crowd";
import type { ServerInfo } from "./server/start-server";
import { freshAddress, signIn } from "./steps";

const PAPER = "2412.14093";
const PUBLIC = [
	"/",
	"/papers/date/2026-06-08",
	`/papers/${PAPER}`,
	"/search?q=faking",
	"/about/ranking",
	"/no-such-page",
];

/** What only one person may see. */
const OWN = [
	"/settings",
	"/settings/export",
	"/library",
	"/library/settings",
	"/library/export/csv",
	"/following",
	"/api/me",
	`/api/me?papers=${PAPER}`,
	"/papers/submit",
	`/comments/of/${PAPER}`,
	"/curate",
];

/** Addresses with tokens: of nobody, so that they say so. */
const TOKENS = [
	"/unsubscribe?token=abc",
	"/subscribe/confirm?token=abc",
	"/subscribe/choices?token=abc",
	"/digests/mine?token=abc",
	"/settings/address?token=abc",
	"/sign-in/confirm?token=abc",
	"/comments/mails?token=abc",
];

/** Spellings by which a cache may take an address for a file, or for a page that is everybody's, and the app for the page itself. */
const SPELLINGS: ((address: string) => string)[] = [
	(address) => `${address}/`,
	(address) => `${address}/x.css`,
	(address) => `${address}.css`,
	(address) => `${address}%2fx.css`,
	(address) => `${address};x.css`,
	(address) => `${address}?_rsc=1`,
	(address) => `${address}?x=1`,
	(address) => `${address}#/papers`,
	(address) => `${address}%00`,
	(address) => `/${address}`,
	(address) => `/papers/..${address}`,
	(address) => `/papers/%2e%2e${address}`,
	(address) => `/papers/date/..%2f..${address}`,
	(address) => `/_next/static/..${address}`,
	(address) => `/_next/static/%2e%2e/%2e%2e${address}`,
	(address) => address.toUpperCase(),
	(address) => `${address}\\papers`,
];

/** What an answer may depend on beside its address. */
const HEADERS: Record<string, string>[] = [
	{},
	{ rsc: "1" },
	{ rsc: "1", "next-router-prefetch": "1" },
	{ rsc: "1", "next-router-segment-prefetch": "/_tree" },
	{ "next-router-state-tree": "%5B%22%22%5D" },
	{ "next-action": "0".repeat(42) },
	{ "next-url": "/settings" },
	{ "content-type": "text/plain" },
	{ accept: "text/markdown" },
	{ authorization: "Bearer fake-cron-secret-for-tests-only" },
	{ authorization: "Basic YWRhOmFkYQ==" },
	{ range: "bytes=0-99" },
	{ "x-forwarded-host": "elsewhere.example" },
	{ "x-original-url": "/settings", "x-rewrite-url": "/settings" },
	{ "x-http-method-override": "POST" },
	{ "x-middleware-prefetch": "1", "x-nextjs-data": "1" },
	{ "cache-control": "no-cache", pragma: "no-cache" },
	{ "if-none-match": "*" },
	{ purpose: "prefetch", "sec-fetch-dest": "script" },
];

const AT_ONCE = 6;

type Person = { cookie: string; marks: string[] };

/** Signs somebody in, who then has a handle, a saved paper, a list and a private feed that nobody else may hear of. */
async function addPerson(browser: Browser, site: ServerInfo, name: string): Promise<Person & { feed: string }> {
	const context = await browser.newContext({ baseURL: site.url });
	const page = await context.newPage();
	const address = freshAddress(name);
	const handle = `${name}-${crypto.randomUUID().slice(0, 8)}`;
	const list = `List of ${handle}`;
	await signIn(page, openOutbox(site.outboxDir), address);
	await page.goto("/library/settings");
	await page.getByRole("button", { name: "Make an address" }).click();
	const feed = new URL((await page.locator("#feed-address").textContent()) ?? "").pathname;
	await query(site.databaseUrl, "UPDATE users SET handle = $2, handle_key = $2 WHERE email = $1", [address, handle]);
	await query(site.databaseUrl, "INSERT INTO reading_lists (user_id, name) SELECT id, $2 FROM users WHERE email = $1", [
		address,
		list,
	]);
	const data = { paper: PAPER, saved: true };
	expect((await context.request.post("/api/saves", { headers: { origin: site.url }, data })).ok()).toBe(true);
	const cookies = await context.cookies();
	const secrets = cookies.filter(({ httpOnly }) => httpOnly).map(({ value }) => value);
	await context.close();
	const token = feed.split("/").at(-1) ?? "";
	return {
		cookie: cookies.map(({ name: key, value }) => `${key}=${value}`).join("; "),
		marks: [address, handle, list, token, ...secrets],
		feed,
	};
}

/** Whether a shared cache may keep an answer (RFC 9111, section 3). */
function isPublic({ headers }: Answer): boolean {
	return /public|s-maxage/.test(headers["cache-control"] ?? "");
}

const marksIn = ({ body, headers }: Answer, { marks }: Person) =>
	marks.filter((mark) => body.includes(mark) || JSON.stringify(headers).includes(mark));

/**
 * Has two people and a stranger ask by turns for all that is somebody's own, and for what is everybody's, in all ways that might
 * confuse a cache or us.
 */
async function tryHard(browser: Browser, site: ServerInfo): Promise<Person[]> {
	const [ada, bob] = [await addPerson(browser, site, "ada"), await addPerson(browser, site, "bob")];
	const spelt = OWN.flatMap((address) => SPELLINGS.map((spell) => spell(address)));
	const plain = [...OWN, ...TOKENS, ...PUBLIC];
	const ways = [
		...spelt.map((address) => ({ address, method: "GET", headers: {} })),
		...plain.flatMap((address) =>
			HEADERS.flatMap((headers) => ["GET", "HEAD"].map((method) => ({ address, method, headers }))),
		),
		...plain.map((address) => ({
			address,
			method: "POST",
			headers: { origin: site.url, "content-type": "text/plain" },
		})),
	];
	let own = 0;
	const tryOut = async ({ address, method, headers }: (typeof ways)[number]) => {
		const how = `${method} ${address} ${JSON.stringify(headers)}`;
		const by = (person: Person) => ask(site.url, address, { method, headers: { ...headers, cookie: person.cookie } });
		const adas = await by(ada);
		const bobs = await by(bob);
		for (const stranger of [await ask(site.url, address, { method, headers }), await ask(site.url, address)]) {
			expect([...marksIn(stranger, ada), ...marksIn(stranger, bob)], how).toEqual([]);
			expect(stranger.headers["set-cookie"]?.join() ?? "", how).not.toMatch(/session/);
		}
		const adasAgain = await by(ada);
		for (const answer of [adas, adasAgain]) expect(marksIn(answer, bob), how).toEqual([]);
		expect(marksIn(bobs, ada), how).toEqual([]);
		// Who was just answered as themselves still is, whoever asked in between.
		expect(marksIn(adasAgain, ada), how).toEqual(marksIn(adas, ada));
		for (const answer of [adas, bobs, adasAgain]) {
			if (answer.headers["set-cookie"] !== undefined) expect(isPublic(answer), how).toBe(false);
			if (isPublic(answer)) expect([...marksIn(answer, ada), ...marksIn(answer, bob)], how).toEqual([]);
		}
		if (marksIn(adas, ada).length > 0) own += 1;
	};
	// Some at a time, which is quicker and confuses more.
	const left = ways.values();
	await Promise.all(
		Array.from({ length: AT_ONCE }, async () => {
			for (const way of left) await tryOut(way);
		}),
	);
	// Else all of the above would say nothing.
	expect(own).toBeGreaterThan(OWN.length * 5);
	for (const { feed, marks } of [ada, bob]) {
		const answer = await ask(site.url, feed);
		expect([answer.status, answer.headers["cache-control"]]).toEqual([200, "private, no-store"]);
		expect((await ask(site.url, `${feed}/x.css`)).body).not.toContain(marks[1]);
	}
	return [ada, bob];
}

/** Of each page everybody gets the page, whatever was asked for under its address before. */
async function expectPages(site: ServerInfo): Promise<void> {
	for (const address of PUBLIC) {
		for (let turn = 0; turn < 2; turn += 1) {
			const { headers, body } = await ask(site.url, address);
			expect(headers["content-type"], address).toBe("text/html; charset=utf-8");
			expect(body, address).toMatch(/^<!DOCTYPE html>.*<\/html>$/is);
		}
	}
}

test("what is somebody's own goes to nobody else, and never as what caches may keep", async ({ browser, server }) => {
	test.setTimeout(180_000);
	await tryHard(browser, server);
	await expectPages(server);
});

test("nginx keeps nothing that is somebody's own, however it is asked for", async ({ browser }) => {
	test.setTimeout(300_000);
	const crowd = await startCrowd();
	test.skip(crowd === undefined, NO_NGINX);
	if (crowd === undefined) return;
	try {
		const people = await tryHard(browser, crowd);
		await expectPages(crowd);
		const kept = await readKept(crowd.cacheFolder);
		// nginx writes down what it was asked for last a moment after it has answered.
		expect(kept.length).toBeGreaterThan(PUBLIC.length);
		for (const { key, head, body } of kept) {
			expect(head, key).toMatch(/^cache-control: public/im);
			expect(head, key).not.toMatch(/^set-cookie|private|no-store/im);
			for (const mark of people.flatMap(({ marks }) => marks)) {
				// An address with a token in it is a secret too.
				expect(key).not.toContain(mark);
				expect(body.includes(mark), key).toBe(false);
			}
		}
	} finally {
		await crowd.stop();
	}
});
