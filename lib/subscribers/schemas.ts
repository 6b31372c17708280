import { z } from "zod";

/** RFC 5321, 4.5.3.1.3: a path has 256 octets, two of which are its brackets. */
const ADDRESS_MAX = 254;

const NOT_AN_ADDRESS = "Enter an email address such as you@lab.org.";

/** An address as a person types it; in lower case, as one person is one row. */
export const subscriberAddress = z
	.string(NOT_AN_ADDRESS)
	.trim()
	.toLowerCase()
	.max(ADDRESS_MAX, "This address is too long to be one.")
	.pipe(z.email(NOT_AN_ADDRESS));

/** A token as it stands in a link; what it says is checked when it is read. */
export const linkToken = z.string().min(1).max(1024);
