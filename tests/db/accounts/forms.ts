import type { ResponseCookie } from "@/lib/accounts/types";

const SITE = process.env.APP_URL ?? "";

/** What actions find of the request, and what they give the browser to keep. */
export const browser = {
	request: new Headers(),
	jar: new Map<string, string>(),
	/** Another browser, in which nobody is signed in, on a page of our own. */
	restart(): void {
		browser.request = new Headers({ origin: SITE, host: new URL(SITE).host });
		browser.jar.clear();
	},
};

/** Stands in for `next/headers`. */
export const nextHeaders = {
	headers: async () => browser.request,
	cookies: async () => ({
		set: (name: string, value: string, options: ResponseCookie["options"]) =>
			options.maxAge === 0 ? browser.jar.delete(name) : browser.jar.set(name, value),
	}),
};

/** A form with these fields. */
export function formOf(fields: Record<string, string>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
}

/** Where an action leads, which Next.js hears by way of an error. */
export async function destinationOf(action: Promise<unknown>): Promise<string> {
	const error = await action.then(
		(value) => new Error(`led nowhere: ${JSON.stringify(value)}`),
		(thrown: Error & { digest?: string }) => thrown,
	);
	return /^NEXT_REDIRECT;\w+;(.*);\d+;$/.exec("digest" in error ? (error.digest ?? "") : "")?.[1] ?? error.message;
}
