import { beforeEach, describe, expect, it, test } from "vitest";
import { GET as exportRoute } from "@/app/settings/export/route";
import { deleteAccount } from "@/lib/accounts/deletion";
import { exportAccount } from "@/lib/accounts/export";
import { handleKey } from "@/lib/accounts/handles";
import { requestSignIn } from "@/lib/accounts/mutations";
import { saveProfile } from "@/lib/accounts/profile";
import { db } from "@/lib/db/client";
import { query } from "../query";
import { PERSONAL_COLUMNS, type Person, SECRET } from "./personal-data";
import { signInAs } from "./signing-in";

const DATABASE = process.env.DATABASE_URL ?? "";

beforeEach(async () => {
	await db().cooldown.deleteMany();
});

let people = 0;

/** Somebody with a row in every table that can name them. */
async function addPerson(): Promise<Person & { cookie: string }> {
	people += 1;
	const email = `person${people}@example.org`;
	const { userId, cookie } = await signInAs(email);
	await db().user.update({
		where: { id: userId },
		data: { name: `Person ${people}`, handle: `person-${people}`, handleKey: handleKey(`person-${people}`) },
	});
	const date = new Date("2026-06-08");
	await db().edition.upsert({ where: { date }, create: { date }, update: {} });
	const { id: paperId } = await db().paper.create({
		data: {
			id: `2606.0000${people}`,
			title: "A title",
			abstract: "An abstract.",
			editionDate: date,
			listedAt: date,
			importSource: "file",
		},
	});
	const { id: authorId } = await db().author.create({ data: { slug: `author-${people}`, name: "An author" } });
	const { id: topicId } = await db().topic.create({
		data: { slug: `topic-${people}`, name: "A topic", kind: "keyword" },
	});
	const person = { userId, email, paperId, authorId, topicId };
	// A list holds what is saved.
	const order = Object.entries(PERSONAL_COLUMNS).sort(
		([a], [b]) => Number(b.startsWith("saves")) - Number(a.startsWith("saves")),
	);
	for (const [, { plant }] of order) await plant(person);
	return { ...person, cookie };
}

/** Tables with rows that, as text, hold one of these, and how many. */
async function tablesWith(...texts: string[]): Promise<Record<string, number>> {
	const tables = await query<{ name: string }>(
		DATABASE,
		"SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
	);
	const isIn = texts.map((text) => `position('${text}' IN t::text) > 0`).join(" OR ");
	const counts = tables.map(
		({ name }) => `SELECT '${name}' AS name, count(*)::int AS rows FROM "${name}" t WHERE ${isIn}`,
	);
	const found = await query<{ name: string; rows: number }>(DATABASE, counts.join(" UNION ALL "));
	return Object.fromEntries(found.filter(({ rows }) => rows > 0).map(({ name, rows }) => [name, rows]));
}

async function sessionOf(userId: string) {
	return db().session.findFirstOrThrow({
		where: { userId },
		orderBy: { createdAt: "desc" },
		select: { id: true, userId: true, createdAt: true },
	});
}

test("every column that names a person is known to the export and to the deletion", async () => {
	const columns = await query<{ name: string }>(
		DATABASE,
		`SELECT c.conrelid::regclass || '.' || a.attname AS name
		 FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
		 WHERE c.contype = 'f' AND c.confrelid = 'users'::regclass
		 UNION
		 SELECT table_name || '.' || column_name FROM information_schema.columns
		 WHERE table_schema = 'public' AND column_name ~ '(mail|user_id)$' AND data_type = 'text'`,
	);
	expect(columns.map(({ name }) => name).sort()).toEqual(Object.keys(PERSONAL_COLUMNS).sort());
});

describe("the export", () => {
	it("has something of each, and no secret", async () => {
		const person = await addPerson();
		const data = await exportAccount(person.userId, new Date());
		if (!data) throw new Error("there is nothing to export");
		for (const [column, { exported }] of Object.entries(PERSONAL_COLUMNS)) {
			expect(exported(data), column).toBeTruthy();
		}
		expect(JSON.stringify(data)).not.toContain(SECRET);
	});

	it("is a file for its owner alone", async () => {
		const { cookie, email } = await addPerson();
		const other = await addPerson();
		const answer = await exportRoute(new Request(`${process.env.APP_URL}/settings/export`, { headers: { cookie } }));
		expect(answer.status).toBe(200);
		expect(answer.headers.get("cache-control")).toBe("private, no-store");
		expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="broadsheet-account.json"$/);
		const text = await answer.text();
		expect(JSON.parse(text).account.email).toBe(email);
		expect(text).not.toContain(other.email);
		expect(text).not.toContain(other.userId);
	});

	it("leads who is not signed in to signing in", async () => {
		const answer = await exportRoute(new Request(`${process.env.APP_URL}/settings/export`));
		expect([answer.status, answer.headers.get("location")]).toEqual([303, "/sign-in?next=%2Fsettings"]);
	});
});

describe("after the deletion of an account", () => {
	it("no row anywhere holds the address, the id, the handle or the name; what others see stays", async () => {
		const person = await addPerson();
		const other = await addPerson();
		await db().cooldown.deleteMany();
		await requestSignIn(person.email, {});
		await db().emailChange.update({ where: { userId: other.userId }, data: { newEmail: person.email } });
		const ofOther = await tablesWith(other.userId, other.email);
		const before = await tablesWith(person.userId, person.email);
		expect(Object.keys(before).length).toBeGreaterThan(15);

		expect(await deleteAccount(await sessionOf(person.userId), person.email, new Date())).toEqual({ ok: true });

		const name = `Person ${people - 1}`;
		expect(await tablesWith(person.userId, person.email, `person-${people - 1}`, name)).toEqual({});
		const paper = await db().paper.findUniqueOrThrow({ where: { id: person.paperId }, include: { votes: true } });
		expect(paper).toMatchObject({ localUpvotes: 1, upvotes: 1, localComments: 0, submittedById: null });
		expect(paper.votes.map(({ userId }) => userId)).toEqual([null]);
		expect(paper.editionDate).not.toBeNull();
		expect(await db().auditAct.count({ where: { actorId: null, paperId: person.paperId } })).toBe(1);
		// Their wish to move to an address that was just given up is theirs to utter again.
		const { email_changes: _, ...rest } = ofOther;
		expect(await tablesWith(other.userId, other.email)).toEqual(rest);
	});

	it("a comment that others replied to stands without a word, and without its author", async () => {
		const person = await addPerson();
		const other = await addPerson();
		const { id } = await db().comment.findFirstOrThrow({ where: { authorId: person.userId } });
		await db().comment.create({
			data: { paperId: person.paperId, parentId: id, authorId: other.userId, body: "A reply." },
		});
		await deleteAccount(await sessionOf(person.userId), person.email, new Date());
		const comment = await db().comment.findUniqueOrThrow({ where: { id }, include: { replies: true } });
		expect([comment.authorId, comment.body, comment.deletedAt]).toEqual([null, "", expect.any(Date)]);
		expect(comment.replies.map(({ body }) => body)).toEqual(["A reply."]);
	});

	it("the same address opens a new account with nothing in it, and another can't take the handle", async () => {
		const person = await addPerson();
		const handle = `person-${people}`;
		await deleteAccount(await sessionOf(person.userId), handle, new Date());
		await db().cooldown.deleteMany({ where: { key: { startsWith: "sign-in:" } } });
		const again = await signInAs(person.email);
		expect(again.userId).not.toBe(person.userId);
		expect(await saveProfile(again.userId, { handle, name: "" })).toEqual({ ok: false, reason: "taken" });
	});
});

describe("an account is not deleted", () => {
	it("by a sign-in of more than an hour ago, or by another's name", async () => {
		const person = await addPerson();
		const session = await sessionOf(person.userId);
		const later = new Date(session.createdAt.getTime() + 60 * 60_000);
		expect(await deleteAccount(session, person.email, later)).toEqual({ ok: false, reason: "not-recent" });
		expect(await deleteAccount(session, "person-999", new Date())).toEqual({ ok: false, reason: "other-name" });
		expect(await db().user.count({ where: { id: person.userId } })).toBe(1);
	});

	it("in part: should one step fail, all stays as it was", async () => {
		const person = await addPerson();
		const before = await tablesWith(person.userId, person.email);
		await query(
			DATABASE,
			`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
			 CREATE TRIGGER fail BEFORE DELETE ON users FOR EACH ROW EXECUTE FUNCTION fail()`,
		);
		await expect(deleteAccount(await sessionOf(person.userId), person.email, new Date())).rejects.toThrow();
		await query(DATABASE, "DROP FUNCTION fail CASCADE");
		expect(await tablesWith(person.userId, person.email)).toEqual(before);
	});
});
