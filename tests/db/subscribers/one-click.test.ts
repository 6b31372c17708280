import { beforeEach, expect, test } from "vitest";
import { GET, POST } from "@/app/api/unsubscribe/route";
import { db } from "@/lib/db/client";
import { signUnsubscribeToken } from "@/lib/subscribers/tokens";

const at = (token: string) => `http://127.0.0.1:4200/api/unsubscribe?token=${token}`;
const oneClick = (token: string, body: BodyInit = new URLSearchParams({ "List-Unsubscribe": "One-Click" })) =>
	POST(new Request(at(token), { method: "POST", body }));
const stateNow = async () => (await db().subscriber.findFirstOrThrow()).state;

let token: string;

beforeEach(async () => {
	await db().subscriber.deleteMany();
	const data = { email: "reader@example.org", state: "confirmed" as const, confirmedAt: new Date() };
	token = await signUnsubscribeToken((await db().subscriber.create({ data })).id);
});

test("a mail program unsubscribes by one POST without Origin, as often as it likes", async () => {
	expect((await oneClick(token)).status).toBe(200);
	expect(await stateNow()).toBe("unsubscribed");
	expect((await oneClick(token)).status).toBe(200);
});

test("a multipart form does as well", async () => {
	const form = new FormData();
	form.set("List-Unsubscribe", "One-Click");
	expect((await oneClick(token, form)).status).toBe(200);
	expect(await stateNow()).toBe("unsubscribed");
});

test.each([
	["another form", new URLSearchParams({ a: "b" })],
	["no form", "{}"],
	["a form too long to be one", new URLSearchParams({ "List-Unsubscribe": "One-Click", x: "x".repeat(5000) })],
])("%s is refused", async (_what, body) => {
	const response = await oneClick(token, body);
	expect([response.status, await response.json()]).toEqual([400, { error: expect.stringContaining("RFC 8058") }]);
	expect(await stateNow()).toBe("confirmed");
});

test.each(["", "x", "a.b.c"])("the token %j is refused", async (wrong) => {
	expect((await oneClick(wrong)).status).toBe(400);
	expect(await stateNow()).toBe("confirmed");
});

test("opening the address changes nothing and leads to the page with the button", async () => {
	expect(() => GET(new Request(at(token)))).toThrow(
		expect.objectContaining({ digest: expect.stringContaining(`/unsubscribe?token=${token}`) }),
	);
	expect(await stateNow()).toBe("confirmed");
});
