/** All that a form offers: UTC, then by name. */
export function listTimeZones(): string[] {
	return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone.includes("/"))];
}

/**
 * Whether a text names a time zone for us as for Postgres. Names without a slash are left out, UTC aside: `EST` or `CET` is a
 * zone to one and a fixed offset to the other.
 */
export function isTimeZone(text: string): boolean {
	if (text !== "UTC" && !/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+){1,2}$/.test(text)) return false;
	try {
		new Intl.DateTimeFormat("en", { timeZone: text });
		return true;
	} catch {
		return false;
	}
}
