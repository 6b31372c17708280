import { expect, test } from "vitest";
import { subscriberAddress } from "@/lib/subscribers/schemas";
import {
	readConfirmToken,
	readUnsubscribeToken,
	signConfirmToken,
	signUnsubscribeToken,
} from "@/lib/subscribers/tokens";

const id = "0b6f7c1e-6f3e-4c7a-9a53-3f3b0f6f2f10";
const issuedAt = new Date("2026-06-08T12:00:00.123Z");
const hoursLater = (hours: number) => new Date(issuedAt.getTime() + hours * 3_600_000);

test.each([
	["  Reader@Example.ORG \n", "reader@example.org"],
	["a+tag@sub.example.org", "a+tag@sub.example.org"],
])("%j is taken as %s", (typed, address) => {
	expect(subscriberAddress.parse(typed)).toBe(address);
});

test.each([
	"",
	"reader",
	"a@b",
	"a b@example.org",
	"a@example.org\r\nBcc: x@example.org",
	null,
	`${"x".repeat(250)}@example.org`,
])("%j is refused with a sentence", (typed) => {
	expect(subscriberAddress.safeParse(typed).error?.issues[0]?.message).toMatch(/address/);
});

test("a confirmation token says whose it is and when it was made, for 48 hours", async () => {
	const token = await signConfirmToken({ subscriberId: id, issuedAt });
	expect(await readConfirmToken(token, hoursLater(47.9))).toEqual({ subscriberId: id, issuedAt });
	expect(await readConfirmToken(token, hoursLater(48.1))).toBeUndefined();
});

test("a token is for one purpose", async () => {
	const confirm = await signConfirmToken({ subscriberId: id, issuedAt });
	const unsubscribe = await signUnsubscribeToken(id);
	expect(await readUnsubscribeToken(confirm, issuedAt)).toBeUndefined();
	expect(await readConfirmToken(unsubscribe, issuedAt)).toBeUndefined();
	expect(await readUnsubscribeToken(unsubscribe, hoursLater(24 * 3650))).toBe(id);
	expect(await signUnsubscribeToken(id)).toBe(unsubscribe);
});

test("a token that was changed anywhere is void", async () => {
	const token = await signUnsubscribeToken(id);
	for (let place = 0; place < token.length; place += 7) {
		const changed = token.slice(0, place) + (token[place] === "A" ? "B" : "A") + token.slice(place + 1);
		expect(await readUnsubscribeToken(changed, issuedAt)).toBeUndefined();
	}
});
