import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { completeSignIn, requestSignIn } from "@/lib/accounts/mutations";
import type { ResponseCookie } from "@/lib/accounts/types";

type Mail = { to: string; subject: string; text: string; html: string; sentAt: string };

/** The mails to an address that lie in the outbox, oldest first. */
export async function mailsTo(email: string): Promise<Mail[]> {
	const folder = process.env.OUTBOX_DIR ?? "";
	const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".json"));
	const mails = await Promise.all(
		names.map(async (name) => JSON.parse(await readFile(path.join(folder, name), "utf8"))),
	);
	return mails.filter((mail: Mail) => mail.to === email).sort((a: Mail, b: Mail) => a.sentAt.localeCompare(b.sentAt));
}

/** The link to a page of ours in a mail's text; to where a sign-in ends, unless another is named. */
export function linkIn(mail: Mail | undefined, path = "/sign-in/confirm"): URL {
	const links = (mail?.text.match(/https?:\/\/\S+/g) ?? []).map((link) => new URL(link));
	const found = links.find(({ pathname }) => pathname === path);
	if (found === undefined) throw new Error(`the mail has no link to ${path}`);
	return found;
}

/** Asks for a link and gives its token. */
export async function requestToken(email: string): Promise<string> {
	const result = await requestSignIn(email, {});
	if (!result.ok) throw new Error(result.reason);
	return linkIn((await mailsTo(email)).at(-1)).searchParams.get("token") ?? "";
}

/** Signs an address in by way of its mail. */
export async function signInAs(email: string): Promise<{ userId: string; cookie: string; cookies: ResponseCookie[] }> {
	const result = await completeSignIn(await requestToken(email));
	if (!result.ok) throw new Error(result.reason);
	const cookie = result.value.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; ");
	return { ...result.value, cookie };
}
