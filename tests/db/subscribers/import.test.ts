import { beforeEach, describe, expect, it, test } from "vitest";
import { POST } from "@/app/api/curate/import/route";
import { setRole } from "@/lib/accounts/roles";
import { db } from "@/lib/db/client";
import { importSubscribers } from "@/lib/operator/import";
import { findImport } from "@/lib/operator/queries";
import { signInAs } from "../accounts/signing-in";
import { clear } from "../digest/scene";
import { addPerson } from "../submissions/scene";

const now = new Date("2026-06-09T06:00:00Z");
const before = new Date("2026-05-01T00:00:00Z");
const SITE = process.env.APP_URL ?? "";
const HEAD = "email,consent_at,source";
const line = (email: string) => `${email},2026-06-08T06:00:00Z,A form of ours`;
const file = (...emails: string[]) => [HEAD, ...emails.map(line)].join("\n");

beforeEach(clear);

const curator = await addPerson("curator");

async function run(text: string, isCheck = false) {
	const result = await importSubscribers({ curatorId: curator }, text, isCheck, now);
	if (!result.ok) throw new Error(JSON.stringify(result.reason));
	return result.value;
}

async function addEverybody(): Promise<void> {
	const unsubscribed = { state: "unsubscribed" as const, unsubscribedAt: before };
	await db().subscriber.createMany({
		data: [
			{ email: "pending@example.org" },
			{ email: "confirmed@example.org", state: "confirmed", confirmedAt: before },
			{ ...unsubscribed, email: "left@example.org" },
			{ ...unsubscribed, email: "bounced@example.org", suppressedFor: "bounced" as const },
			{ ...unsubscribed, email: "complained@example.org", suppressedFor: "complained" as const },
		],
	});
}

const EVERYBODY = ["new", "pending", "confirmed", "left", "bounced", "complained"].map((name) => `${name}@example.org`);

describe("an import", () => {
	it("adds who is new, leaves everybody else as they were, and tells each line", async () => {
		await addEverybody();
		const others = { email: { notIn: ["new@example.org", "pending@example.org"] } };
		const untouched = await db().subscriber.findMany({ where: others });
		const report = await run(file(...EVERYBODY));
		expect(report).toMatchObject({ rows: 6, added: 2, isCheck: false });
		expect(report.lines).toEqual([
			{ line: 4, reason: "subscribes" },
			{ line: 5, reason: "left" },
			{ line: 6, reason: "bounced" },
			{ line: 7, reason: "complained" },
		]);
		expect(await db().subscriber.findMany({ where: others })).toEqual(untouched);
		const consent = {
			consentAt: new Date("2026-06-08T06:00:00Z"),
			consentSource: "A form of ours",
			importId: report.id,
		};
		expect(
			await db().subscriber.findMany({ where: { importId: { not: null } }, orderBy: { email: "asc" } }),
		).toMatchObject(
			["new", "pending"].map((name) => ({
				email: `${name}@example.org`,
				state: "confirmed",
				confirmedAt: now,
				...consent,
			})),
		);
		expect(await findImport(curator, report.id)).toEqual(report);
		expect(await db().auditAct.findFirst({ orderBy: { id: "desc" } })).toMatchObject({
			act: "import_subscribers",
			actorId: curator,
			detail: { import: report.id, added: 2 },
		});
		const again = await run(file(...EVERYBODY));
		expect(again).toMatchObject({ added: 0, refused: [{ reason: "subscribes", count: 3 }, {}, {}, {}] });
	});

	it("that is a check tells the same and changes nobody", async () => {
		await addEverybody();
		const subscribers = await db().subscriber.findMany({ orderBy: { id: "asc" } });
		const acts = await db().auditAct.count();
		const checked = await run(file(...EVERYBODY), true);
		expect(await db().subscriber.findMany({ orderBy: { id: "asc" } })).toEqual(subscribers);
		expect(await db().auditAct.count()).toBe(acts);
		const { id: _, isCheck: __, ...imported } = await run(file(...EVERYBODY));
		expect(checked).toMatchObject(imported);
	});

	it("of a broken file adds nobody and leaves nothing", async () => {
		const broken = await importSubscribers({ curatorId: curator }, `${file("a@example.org")}\n"b`, false, now);
		expect(broken).toEqual({ ok: false, reason: { kind: "no-csv", line: 3 } });
		expect([await db().subscriber.count(), await db().subscriberImport.count()]).toEqual([0, 0]);
	});

	it("twice at once adds everybody once", async () => {
		const emails = Array.from({ length: 500 }, (_, index) => `reader${index}@example.org`);
		const reports = await Promise.all([run(file(...emails)), run(file(...emails.toReversed()))]);
		expect(reports.reduce((sum, { added }) => sum + added, 0)).toBe(500);
		expect(await db().subscriber.count()).toBe(500);
	});

	it("is a curator's to do and to read", async () => {
		const reader = await addPerson();
		for (const who of [reader, "nobody", ""]) {
			const result = await importSubscribers({ curatorId: who }, file("a@example.org"), false, now);
			expect(result).toEqual({ ok: false, reason: "not-a-curator" });
		}
		expect(await db().subscriber.count()).toBe(0);
		const { id } = await run(file("a@example.org"));
		expect(await findImport(reader, id)).toBeUndefined();
	});

	it("of a hundred thousand lines takes seconds", { timeout: 120_000 }, async () => {
		const emails = Array.from({ length: 100_000 }, (_, index) => `reader${index}@example.org`);
		const startedAt = performance.now();
		expect(await run(file(...emails, "no address"))).toMatchObject({ rows: 100_001, added: 100_000 });
		expect(performance.now() - startedAt).toBeLessThan(60_000);
		expect(await run(file(...emails))).toMatchObject({ added: 0, lines: { length: 1000 } });
	});
});

describe("the form", () => {
	async function send(fields: Record<string, string | File>, headers: Record<string, string> = {}): Promise<Response> {
		const form = new FormData();
		for (const [name, value] of Object.entries(fields)) form.set(name, value);
		const body = new Response(form);
		const bytes = await body.arrayBuffer();
		return POST(
			new Request(`${SITE}/api/curate/import`, {
				method: "POST",
				body: bytes,
				headers: {
					origin: SITE,
					"content-type": body.headers.get("content-type") ?? "",
					"content-length": String(bytes.byteLength),
					...headers,
				},
			}),
		);
	}

	test("takes a file or what is pasted, from a curator and our own page", async () => {
		const { cookie } = await signInAs("grace@example.org");
		await setRole("grace@example.org", "curator");
		const pasted = { text: file("a@example.org"), mode: "import" };
		expect((await send(pasted, { cookie, origin: "https://example.com" })).status).toBe(403);
		expect((await send(pasted)).status).toBe(404);
		expect((await send({ text: "", mode: "other" }, { cookie })).status).toBe(400);
		expect(await db().subscriber.count()).toBe(0);

		const led = (await send(pasted, { cookie })).headers.get("location");
		expect(led).toBe(`/curate/digests/import/${(await db().subscriberImport.findFirstOrThrow()).id}`);
		const upload = new File([file("b@example.org")], "people.csv");
		expect((await send({ text: "", file: upload, mode: "import" }, { cookie })).status).toBe(303);
		expect(await db().subscriber.count()).toBe(2);

		const latin = new File([Buffer.from("email\xe9", "latin1")], "people.csv");
		const refused = await send({ file: latin, mode: "import" }, { cookie });
		expect(refused.headers.get("location")).toBe("/curate/digests/import?problem=no-text&line=0");
		const large = await send(pasted, { cookie, "content-length": String(21 * 1024 * 1024) });
		expect(large.headers.get("location")).toContain("too-long");
		await setRole("grace@example.org", "reader");
		expect((await send(pasted, { cookie })).status).toBe(404);
	});
});
