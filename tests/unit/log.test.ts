import { expect, it } from "vitest";
import { z } from "zod";
import { describeError } from "@/lib/log";

it("keeps addresses out of what is logged of an error", () => {
	const address = "someone@example.org";
	expect(JSON.stringify(describeError(new Error(`could not send to ${address}`)))).not.toContain(address);
	class PrismaClientKnownRequestError extends Error {
		code = "P2002";
	}
	expect(describeError(new PrismaClientKnownRequestError(`Unique constraint failed for ${address}`))).toEqual({
		type: "PrismaClientKnownRequestError",
		code: "P2002",
	});
	const wrong = z.object({ email: z.email(address) }).safeParse({ email: address.slice(3, 5) });
	expect(JSON.stringify(describeError(wrong.error))).not.toContain(address);
	expect(describeError(address)).toEqual({ type: "string" });
});

it("knows a library's error by its name too: a production build shortens the names of classes", () => {
	class H extends Error {
		override readonly name = "DriverAdapterError";
	}
	const message = 'duplicate key value: Key (email)=("token-of-someone") already exists.';
	expect(describeError(new H(message))).toEqual({ type: "DriverAdapterError" });
	class Q extends Error {}
	expect(describeError(new Q(message))).toEqual({ type: "Q" });
	expect(describeError(Object.assign(new Error(message), { name: "SomethingNew" }))).toEqual({ type: "SomethingNew" });
});

it("keeps the message of our own errors, of plain ones, and of a failed fetch", () => {
	class x extends Error {
		override readonly name = "SourceError";
	}
	expect(describeError(new x("arxiv.org answered 503"))).toEqual({
		type: "SourceError",
		message: "arxiv.org answered 503",
	});
	expect(describeError(new TypeError("fetch failed")).message).toBe("fetch failed");
	expect(describeError(new Error("no such day")).message).toBe("no such day");
});

it("leaves out what such a message quotes", () => {
	const secret = "Bearer-of-a-secret";
	const messages = [
		() => new Headers({ authorization: `${secret}\nx` }),
		() => JSON.parse(secret),
		() => Buffer.from({ secret } as never),
		() => {
			throw new Error(`no answer from https://papers.example.org/confirm?token=${secret}`);
		},
		() => {
			throw new Error(`no connection to postgres://reader:${secret}@db.example.org/papers`);
		},
	].map((fail) => {
		try {
			return fail();
		} catch (error) {
			return JSON.stringify(describeError(error));
		}
	});
	expect(messages).toHaveLength(5);
	for (const message of messages) {
		expect(message).toContain('"type"');
		expect(message).not.toContain(secret);
	}
});
