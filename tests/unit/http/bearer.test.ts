import { expect, it } from "vitest";
import { hasBearerSecret } from "@/lib/http/bearer";

const secret = "a-secret-of-some-length";

it("takes the secret and nothing else", () => {
	expect(hasBearerSecret(new Headers({ authorization: `Bearer ${secret}` }), secret)).toBe(true);
	for (const wrong of ["", secret, `Basic ${secret}`, `Bearer ${secret}x`, `Bearer ${secret.slice(1)}`, "Bearer "])
		expect(hasBearerSecret(new Headers({ authorization: wrong }), secret)).toBe(false);
	expect(hasBearerSecret(new Headers(), secret)).toBe(false);
});
