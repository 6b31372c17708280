import { execFile } from "node:child_process";
import { expect, it } from "vitest";
import { isCurator } from "@/lib/accounts/queries";
import { typescriptArguments } from "../../../scripts/bootstrap/database.mjs";
import { root } from "../../../scripts/bootstrap/root.mjs";
import { addPerson } from "../submissions/scene";

/** Runs the script as `npm run curator` does. */
function curator(...args: string[]): Promise<{ code: number; output: string }> {
	return new Promise((resolve) => {
		const command = [...typescriptArguments(root, "scripts/curator.ts"), ...args];
		execFile(process.execPath, command, { cwd: root, env: process.env }, (error, stdout, stderr) => {
			resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr });
		});
	});
}

it("gives and takes the role, and says by its exit code what came of it", async () => {
	const ada = await addPerson();
	const address = `${ada}@example.org`;
	expect(await curator("add", ` ${address.toUpperCase()}`)).toMatchObject({ code: 0, output: "Now a curator.\n" });
	expect(await isCurator(ada)).toBe(true);
	expect(await curator("remove", address)).toMatchObject({ code: 0, output: "No longer a curator.\n" });
	expect(await isCurator(ada)).toBe(false);
	const unknown = await curator("add", "nobody@example.org");
	expect(unknown).toMatchObject({ code: 1, output: expect.stringContaining("sign in once") });
	for (const args of [[], ["add"], ["add", "no address"], ["make", address], ["add", address, "more"]])
		expect(await curator(...args)).toMatchObject({ code: 2, output: expect.stringContaining("Usage:") });
});
