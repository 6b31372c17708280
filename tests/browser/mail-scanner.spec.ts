import type { OutboxMail } from "../../lib/mail/outbox";
import { query } from "../db/query";
import { expect, test } from "./fixtures";
import { openOutbox } from "./outbox";
import { signIn, subscribe } from "./steps";

/** As scanners and link checkers call themselves, and as browsers do that look at a page before anybody opens it. */
const CALLERS: Record<string, string>[] = [
	{ "User-Agent": "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Safari/537.36" },
	{ "User-Agent": "" },
	{ "User-Agent": "LinkScanner/1.0 (+mailto:scan@example.org)", "X-Forwarded-For": "198.51.100.7" },
	{ "Sec-Purpose": "prefetch;prerender", Purpose: "prefetch" },
];

/** Everything in a mail that a scanner could fetch, its header's addresses too. */
function linksOf({ html, text, headers }: OutboxMail): string[] {
	const attributes = [...html.matchAll(/ (?:href|src)="(https?:[^"]+)"/g)].map(([, address = ""]) => address);
	const others = [text, ...Object.values(headers)].flatMap((part) => part.match(/https?:\/\/[^\s<>]+/g) ?? []);
	return [...attributes.map((address) => address.replaceAll("&amp;", "&")), ...others];
}

/** A line a table of ours: a sum of all that its rows hold. */
async function sumTables(databaseUrl: string): Promise<string[]> {
	const tables = await query<{ name: string }>(
		databaseUrl,
		"SELECT format('%I', tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename",
	);
	const lines: string[] = [];
	for (const { name } of tables) {
		const [row] = await query<{ sum: string }>(
			databaseUrl,
			`SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C")), '') AS sum FROM ${name} t`,
		);
		lines.push(`${name} ${row?.sum}`);
	}
	return lines;
}

/** Somebody who answers Ada's comment, and readers whose digest is weekly or of their own choice. */
const OTHERS = `
	WITH ada AS (SELECT id FROM users WHERE email = 'ada@example.org'),
	bob AS (
		INSERT INTO users (id, name, handle, handle_key, email, email_verified, updated_at)
		VALUES ('bob', '', 'bob', 'bob', 'bob@example.org', true, now()) RETURNING id
	), asked AS (
		INSERT INTO comments (paper_id, author_id, body)
		SELECT (SELECT min(id) FROM papers), id, 'Does it hold?' FROM ada RETURNING id, paper_id
	), answered AS (
		INSERT INTO comments (paper_id, author_id, parent_id, body)
		SELECT paper_id, bob.id, asked.id, 'It does.' FROM asked, bob RETURNING id
	), told AS (
		INSERT INTO reply_mails (comment_id, user_id) SELECT answered.id, ada.id FROM answered, ada
	), readers AS (
		INSERT INTO subscribers (email, state, confirmed_at)
		VALUES ('weekly@example.org', 'confirmed', '2020-01-01'), ('own@example.org', 'confirmed', '2020-01-01') RETURNING id, email
	)
	INSERT INTO digest_choices (subscriber_id, hour, time_zone, rhythm, weekday, papers, changed_at)
	SELECT id, EXTRACT(hour FROM now() AT TIME ZONE 'UTC'), 'UTC', (CASE email WHEN 'weekly@example.org' THEN 'weekly' ELSE 'daily' END)::digest_rhythm,
		EXTRACT(isodow FROM now() AT TIME ZONE 'UTC'), 7, '2020-01-01' FROM readers`;

test("no link of any mail changes a row, whoever fetches it by GET or HEAD", async ({ privateServer, browser }) => {
	test.slow();
	const { url, databaseUrl, outboxDir, cronSecret } = privateServer;
	const outbox = openOutbox(outboxDir);
	const page = await browser.newPage({ baseURL: url });
	await page.goto("/");
	await subscribe(page, outbox, "ada@example.org");
	// Otherwise nobody is mailed twice within minutes.
	await query(databaseUrl, "DELETE FROM cooldowns");
	await page.goto("/");
	await page.getByLabel("Email address").fill("ada@example.org");
	await page.getByRole("button", { name: "Subscribe" }).click();
	await outbox.waitFor({ to: "ada@example.org", subject: /already/i });
	await page.goto("/sign-in");
	await signIn(page, outbox, "ada@example.org");
	await page.goto("/settings");
	await page.getByLabel("New address").fill("new@example.org");
	await page.getByRole("button", { name: "Change address" }).click();
	await outbox.waitFor({ to: "new@example.org" });
	await query(databaseUrl, OTHERS);
	await query(databaseUrl, "UPDATE users SET reply_mails = true");
	for (const job of ["digest", "replies"]) {
		const answer = await fetch(`${url}/api/cron/${job}`, {
			method: "POST",
			headers: { authorization: `Bearer ${cronSecret}` },
		});
		expect(answer.status).toBe(200);
	}
	const mails = await outbox.list();
	expect(mails.map(({ to }) => to).sort()).toEqual([
		// Asked to confirm, told that they subscribe, signed in, asked about the new address, a digest, and an answer.
		...Array<string>(6).fill("ada@example.org"),
		...["new@example.org", "own@example.org", "weekly@example.org"],
	]);

	const before = await sumTables(databaseUrl);
	const links = [...new Set(mails.flatMap(linksOf))];
	expect(links.length).toBeGreaterThan(30);
	for (const [nth, link] of links.entries()) {
		expect(new URL(link).origin).toBe(url);
		for (const method of ["GET", "HEAD"]) {
			const { status } = await fetch(link, { method, headers: CALLERS[nth % CALLERS.length] ?? {} });
			expect(status, `${method} ${new URL(link).pathname}`).toBeLessThan(500);
		}
	}
	// What leads to a deed is fetched by all of them: they are few.
	for (const link of links.filter((each) => each.includes("token="))) {
		for (const headers of CALLERS) await fetch(link, { headers });
	}
	expect(await sumTables(databaseUrl)).toEqual(before);
});
