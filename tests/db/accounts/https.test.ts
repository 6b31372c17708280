import { expect, test } from "vitest";
import { signInAs } from "./signing-in";

process.env.APP_URL = "https://papers.example";

test("over https, cookies are sent over https alone, and links lead there", async () => {
	const { cookies } = await signInAs("ada@example.org");
	expect(cookies.map(({ name, options }) => [name, options.secure])).toEqual([
		["__Secure-broadsheet.session_token", true],
		["signed_in", true],
	]);
});
