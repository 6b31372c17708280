import { z } from "zod";

const SHAPE = /^[a-z0-9](?:-?[a-z0-9])+$/;

/** What looks like other letters, spelt with these. Letter by letter, so that a look-alike is one wherever it stands. */
const LOOKS: Record<string, string> = {
	"-": "",
	"0": "o",
	"1": "l",
	"2": "z",
	"5": "s",
	"8": "b",
	"9": "g",
	d: "cl",
	i: "l",
	m: "rn",
	w: "vv",
};

/** Handles that would pass for the site's own voice, or for a page of it. */
const RESERVED = `
	about abuse account accounts admin administrator administrators api author authors billing bot bots broadsheet claims comments
	contact curate curator curators daily deleted digest digests editor editors everybody everyone export exports feed feeds follow
	following health help here home host indexes info legal library list lists login logout mail mailer-daemon me
	mod moderator moderators mods news newest newsletter nobody noreply no-reply null official og operator orgs outbox
	owner paper papers people postmaster press privacy profile reader readers register reports robots root rss search security
	settings sign-in sign-out sign-up signin signout signup sitemap sitemaps somebody staff status submit subscribe subscriber
	support system team terms topic topics trending unavailable undefined unsubscribe user users vote votes webhooks webmaster
	week weekly www you`;

const RESERVED_KEYS = new Set(RESERVED.trim().split(/\s+/).map(handleKey));

/**
 * What handles that look alike share: `ada-1`, `ada1` and `adal` have one key, as have `rn` and `m`. Of a text of any length
 * it is the keys of its letters in a row.
 */
export function handleKey(handle: string): string {
	return [...handle].map((letter) => LOOKS[letter] ?? letter).join("");
}

/**
 * A handle as it is kept, from what somebody typed: `@Ada-Lovelace` is `ada-lovelace`, and letters of full width are letters.
 * Those that the site keeps for itself are refused, and what looks like one.
 */
export const handleInput = z
	.string()
	.max(200, "A handle has at most 30 characters.")
	.transform((text) => text.normalize("NFKC").trim().replace(/^@/, "").toLowerCase())
	.pipe(
		z
			.string()
			.min(3, "A handle has at least 3 characters.")
			.max(30, "A handle has at most 30 characters.")
			.regex(SHAPE, "A handle is made of the letters a to z, digits, and single hyphens between them.")
			.refine((handle) => !RESERVED_KEYS.has(handleKey(handle)), "This handle is kept for the site itself."),
	);

const NAME_MAX = 80;

/** Line breaks and the like, and what turns the direction of the text around it. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** A name as it is shown, in any script; empty for none. */
export const displayName = z
	.string()
	.max(1000, `A name has at most ${NAME_MAX} characters.`)
	.transform((text) => text.normalize("NFC").trim())
	.refine((name) => [...name].length <= NAME_MAX, `A name has at most ${NAME_MAX} characters.`)
	.refine((name) => !UNSEEN.test(name), "A name is one line of plain text.");
