import { beforeEach, describe, expect, test, vi } from "vitest";
import { POST } from "@/app/api/digest/preview/route";
import { db } from "@/lib/db/client";
import { choicesAction, subscribeAction } from "@/lib/subscribers/actions";
import { type ChoiceFields, defaultChoices, toFields } from "@/lib/subscribers/choices";
import { findChooser } from "@/lib/subscribers/queries";
import { signChoicesToken, signUnsubscribeToken } from "@/lib/subscribers/tokens";
import { words } from "@/lib/subscribers/words";
import { parseUtcDate, type UtcDate } from "@/lib/time";
import { addEdition, clear } from "../digest/scene";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));

const ours = { origin: "http://127.0.0.1:4200", host: "127.0.0.1:4200" };
const unsent = { status: "unsent" as const, message: "" };
const form = (fields: Record<string, string>) => {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
};
const wanted: ChoiceFields = {
	...toFields(defaultChoices(6)),
	rhythm: "weekly",
	weekday: "5",
	hour: "17",
	timeZone: "Asia/Kathmandu",
	include: "topic: retrieval\r\n\r\n author: Ada Lovelace \r\n—",
	pausedUntil: "2026-07-01",
};

let id: string;
let token: string;

beforeEach(async () => {
	request.headers = new Headers(ours);
	await clear();
	const data = { email: "reader@example.org", state: "confirmed" as const, confirmedAt: new Date() };
	id = (await db().subscriber.create({ data })).id;
	token = await signChoicesToken(id, new Date());
});

const choose = (fields: Record<string, string> = wanted, by = token) =>
	choicesAction(unsent, form({ ...fields, token: by }));

test("who has chosen nothing has the site's hour; what is chosen is kept", async () => {
	expect((await findChooser({ id }))?.choices).toEqual(defaultChoices(6));
	expect(await choose()).toMatchObject({ status: "saved", message: words.chosen });
	expect((await findChooser({ email: "reader@example.org" }))?.choices).toEqual({
		...defaultChoices(6),
		rhythm: "weekly",
		weekday: 5,
		hour: 17,
		timeZone: "Asia/Kathmandu",
		include: ["topic: retrieval", "author: Ada Lovelace"],
		pausedUntil: "2026-07-01",
	});
});

test.each([
	["rhythm", "hourly", /how often/],
	["weekday", "8", /day of the week/],
	["hour", "24", /hour/],
	["timeZone", "Mars/Olympus", /time zone/],
	["papers", "26", /5 to 25/],
	["papers", "5.5", /5 to 25/],
	["minUpvotes", "-1", /whole number/],
	["language", "tlh", /language/],
	["pausedUntil", "2026-02-30", /calendar/],
	["pausedUntil", "9999-01-01", /pause/i],
	["include", Array.from({ length: 51 }, (_, nr) => `word ${nr}`).join("\n"), /50 lines/],
	["exclude", "x".repeat(101), /100 characters/],
])("%s as %s is refused in words, and what was typed stays", async (name, value, sentence) => {
	const state = await choose({ ...wanted, [name]: value });
	expect(state).toMatchObject({
		status: "refused",
		message: expect.stringMatching(sentence),
		fields: { [name]: value },
	});
	expect(await db().digestChoices.count()).toBe(0);
});

describe("only its own link saves choices", () => {
	test.each([
		["none", async () => ""],
		["one to unsubscribe", () => signUnsubscribeToken(id)],
		["one of 91 days ago", () => signChoicesToken(id, new Date(Date.now() - 91 * 86_400_000))],
	])("with %s it is refused", async (_what, sign) => {
		expect(await choose(wanted, await sign())).toMatchObject({ status: "refused", message: words["link-over"] });
		expect(await db().digestChoices.count()).toBe(0);
	});

	test("from another site it is refused", async () => {
		request.headers = new Headers({ ...ours, origin: "https://elsewhere.example" });
		expect(await choose()).toMatchObject({ status: "refused", message: words.foreignOrigin });
	});

	test("of who has left it is refused", async () => {
		await db().subscriber.update({ where: { id }, data: { state: "unsubscribed", unsubscribedAt: new Date() } });
		expect(await choose()).toMatchObject({ status: "refused", message: words["not-subscribed"] });
	});
});

describe("the browser's time zone", () => {
	const subscribe = (email: string, timeZone: string) =>
		subscribeAction({ status: "empty", message: "", email: "" }, form({ email, timeZone }));
	const choicesOf = async (email: string) =>
		(await db().subscriber.findUniqueOrThrow({ where: { email }, include: { choices: true } })).choices;

	test("sets the morning's hour there of who is new, and nothing of who is known", async () => {
		await subscribe("new@example.org", "Europe/Berlin");
		expect(await choicesOf("new@example.org")).toMatchObject({ timeZone: "Europe/Berlin", hour: 8, rhythm: "daily" });
		await subscribe("reader@example.org", "Asia/Tokyo");
		expect(await choicesOf("reader@example.org")).toBeNull();
	});

	test.each(["", "Mars/Olympus", "x".repeat(5000)])("as %j says nothing", async (zone) => {
		expect(await subscribe("new@example.org", zone)).toMatchObject({ status: "sent" });
		expect(await choicesOf("new@example.org")).toBeNull();
	});
});

describe("the preview", () => {
	const preview = (fields: Record<string, string>, headers: Record<string, string> = ours) => {
		const body = new URLSearchParams(fields);
		const length = { "content-length": String(body.toString().length) };
		return POST(
			new Request("http://127.0.0.1:4200/api/digest/preview", {
				method: "POST",
				body,
				headers: { ...headers, ...length },
			}),
		);
	};

	test("is the mail that the form brings, for nobody else, and changes nothing", async () => {
		await addEdition(parseUtcDate("2026-06-08") as UtcDate);
		const response = await preview({ ...wanted, rhythm: "daily", include: "Paper 7", token });
		expect([response.status, response.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
		const html = await response.text();
		expect(html).toContain("Paper 7 of 2026-06-08");
		expect(html).not.toContain("Paper 6 of");
		expect(html).toContain("Every day at 17:00 in Asia/Kathmandu");
		expect([await db().digest.count(), await db().digestChoices.count()]).toEqual([0, 0]);
	});

	test.each([
		[403, async () => ({ ...wanted, token: "x" }), ours],
		[403, async () => ({ ...wanted, token }), { ...ours, origin: "https://elsewhere.example" }],
		[422, async () => ({ ...wanted, hour: "24", token }), ours],
		[404, async () => ({ ...wanted, token }), ours],
	])("answers %i in words where it can't be made", async (status, fields, headers) => {
		const response = await preview(await fields(), headers);
		expect([response.status, await response.json()]).toEqual([status, { error: expect.stringMatching(/\w+.*\./) }]);
	});
});

test("a form that is sent as it came changes nothing", async () => {
	await choose();
	const before = await findChooser({ id });
	expect(await choose(toFields(before?.choices ?? defaultChoices(0)))).toMatchObject({ status: "saved" });
	expect(await findChooser({ id })).toEqual(before);
	for (const evenIfEmpty of [true, false]) {
		await choose(toFields({ ...defaultChoices(3), evenIfEmpty, withFollows: !evenIfEmpty }));
		expect((await findChooser({ id }))?.choices).toMatchObject({ evenIfEmpty, withFollows: !evenIfEmpty });
	}
});
