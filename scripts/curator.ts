// `npm run curator -- add ada@example.org`, or `remove`: makes somebody a curator, who can add, hide and move papers, or no longer.
import { setRole } from "../lib/accounts/roles";
import { emailAddress } from "../lib/accounts/schemas";
import { describeError } from "../lib/log";

const ROLES: Record<string, "curator" | "reader"> = { add: "curator", remove: "reader" };

const [verb = "", address, ...more] = process.argv.slice(2);
const role = ROLES[verb];
const email = emailAddress.safeParse(address);
if (role === undefined || !email.success || more.length > 0) {
	console.error("Usage: npm run curator -- add ADDRESS\n       npm run curator -- remove ADDRESS");
	process.exit(2);
}
try {
	if (!(await setRole(email.data, role))) {
		console.error("Nobody with this address has an account here. They have to sign in once before they get a role.");
		process.exit(1);
	}
	console.log(role === "curator" ? "Now a curator." : "No longer a curator.");
	process.exit(0);
} catch (error) {
	console.error("The role could not be changed.", describeError(error));
	process.exit(1);
}
