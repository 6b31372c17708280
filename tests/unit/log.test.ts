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
