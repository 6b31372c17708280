/**
 * The name under which somebody submitted a paper, as anybody may see it. Sign-in services may take an address for a name, and
 * addresses are nobody's to read.
 *
 * @param account of who submitted it here; null if nobody did, or if the account is gone
 * @param elsewhere the display name at the source that listed it
 * @returns null where no name may be shown
 */
export function submitterName(account: { name: string } | null, elsewhere: string | null): string | null {
	const name = (account?.name ?? elsewhere ?? "").trim();
	return name === "" || name.includes("@") ? null : name;
}
