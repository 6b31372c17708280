import type { Page } from "@playwright/test";
import { query } from "../db/query";
import type { Outbox } from "./outbox";
import { freshAddress, signIn } from "./steps";

/** One of each kind of thing that waits, about one paper of the sample edition. */
export type CurateScene = {
	paper: string;
	title: string;
	author: { name: string; slug: string };
	/** Of a comment that somebody reported. */
	words: string;
	/** For who says that they are the author. */
	handle: string;
	nameUser(address: string): Promise<void>;
	/** Has an account be known as the author, and another wait. */
	claim(address: string): Promise<void>;
};

/** @param place of the paper, from the end of the sample edition: the scenes of one server are about different papers */
export async function setCurate(databaseUrl: string, place: number): Promise<CurateScene> {
	const ask = <Row extends object>(sql: string, values: unknown[] = []) => query<Row>(databaseUrl, sql, values);
	const [found] = await ask<{ paper: string; title: string; name: string; slug: string; author: string }>(
		`SELECT p.id AS paper, p.title, a.name, a.slug, a.id AS author
		FROM papers p JOIN paper_authors line ON line.paper_id = p.id AND line.position = 0 JOIN authors a ON a.id = line.author_id
		WHERE p.edition_date = '2026-06-08' ORDER BY p.imported_upvotes, p.id OFFSET $1 LIMIT 1`,
		[place],
	);
	if (found === undefined) throw new Error("the sample edition has no such paper");
	const { paper, title, name, slug, author } = found;
	const key = crypto.randomUUID().slice(0, 8);
	const people = [`one-${key}`, `two-${key}`];
	const words = `Buy now at ${key}.example.com`;
	await ask(
		`INSERT INTO users (id, name, handle, handle_key, email)
		SELECT person, '', person, person, person || '@example.org' FROM unnest($1::text[]) AS person`,
		[people],
	);
	await ask(
		`WITH comment AS (INSERT INTO comments (paper_id, author_id, body) VALUES ($1, $2, $3) RETURNING id)
		INSERT INTO comment_reports (comment_id, reporter_id, reason) SELECT id, $4, 'An advert.' FROM comment`,
		[paper, people[0], words, people[1]],
	);
	await ask(
		`WITH hold AS (INSERT INTO vote_holds (paper_id, reason) VALUES ($1, 'network') RETURNING id)
		INSERT INTO votes (user_id, paper_id, standing, hold_id)
		SELECT person, $1, 'held', hold.id FROM hold, unnest($2::text[]) AS person`,
		[paper, people],
	);
	const handle = `author-${key}`;
	return {
		paper,
		title,
		author: { name, slug },
		words,
		handle,
		nameUser: async (address) => {
			await ask("UPDATE users SET handle = $2, handle_key = $2 WHERE email = $1", [address, handle]);
		},
		claim: async (address) => {
			await ask(
				`INSERT INTO author_claims (user_id, author_id, note, orcid, state, decided_at)
				SELECT id, $2, $3, '0000-0002-1825-0097', 'approved', now() FROM users WHERE email = $1`,
				[address, author, `${"Averylongwordwithoutanyend".repeat(10)}\nIt is me.`],
			);
			await ask("INSERT INTO author_claims (user_id, author_id, note) VALUES ($1, $2, 'It is me.')", [
				people[0],
				author,
			]);
		},
	};
}

/** Signs a curator in, who can be dismissed. */
export async function signInCurator(page: Page, outbox: Outbox, databaseUrl: string) {
	const address = freshAddress("curator");
	const setRole = (role: string) =>
		query(databaseUrl, "UPDATE users SET role = $2::user_role WHERE email = $1", [address, role]);
	await page.goto("/sign-in");
	await signIn(page, outbox, address);
	await setRole("curator");
	return { address, dismiss: () => setRole("reader") };
}
