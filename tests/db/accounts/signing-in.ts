import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { completeSignIn, requestSignIn } from "@/lib/accounts/mutations";
import type { ResponseCookie } from "@/lib/accounts/types";

type Mail = { to: string; subject: string; text: string; html: string };

/** The mails to an address that lie in the outbox. */
export async function mailsTo(email: string): Promise<Mail[]> {
	const folder = process.env.OUTBOX_DIR ?? "";
	const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".json"));
	const mails = await Promise.all(
		names.map(async (name) => JSON.parse(await readFile(path.join(folder, name), "utf8"))),
	);
	return mails.filter((mail: Mail) => mail.to === email);
}

/** The sign-in link in a mail's text. */
export function linkIn(mail: Mail | undefined): URL {
	const found = /https?:\/\/\S+\/sign-in\/confirm\S*/.exec(mail?.text ?? "")?.[0];
	if (found === undefined) throw new Error("the mail has no sign-in link");
	return new URL(found);
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
