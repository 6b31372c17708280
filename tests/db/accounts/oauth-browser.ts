import { GET as callback } from "@/app/api/auth/callback/[service]/route";
import { POST as connect } from "@/app/api/auth/connect/[service]/route";
import { POST as signIn } from "@/app/api/auth/sign-in/[service]/route";
import type { startFakeOAuth } from "../../fakes/oauth";

const SITE = process.env.APP_URL ?? "";
const ROUTES = { "sign-in": signIn, connect };

/** A browser that keeps cookies, and goes through our routes and the service's pages. */
export function openBrowser(fake: Awaited<ReturnType<typeof startFakeOAuth>>) {
	const jar = new Map<string, string>();

	function keep(answer: Response): Response {
		for (const line of answer.headers.getSetCookie()) {
			const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			if (/max-age=0/i.test(line)) jar.delete(name);
			else jar.set(name, value);
		}
		return answer;
	}
	const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
	const context = (service: string) => ({ params: Promise.resolve({ service }) });

	const browser = {
		jar,
		cookie,
		/** Sends the form that begins; gives where it leads, if anywhere. */
		async begin(act: keyof typeof ROUTES, service: string, form: Record<string, string> = {}, origin = SITE) {
			const request = new Request(`${SITE}/api/auth/${act}/${service}`, {
				method: "POST",
				headers: { origin, cookie: cookie(), "content-type": "application/x-www-form-urlencoded" },
				body: new URLSearchParams(form),
			});
			const answer = keep(await ROUTES[act](request, context(service)));
			const leads = /http-equiv="refresh" content="0;url=([^"]+)"/.exec(await answer.clone().text())?.[1];
			return { answer, leads: leads?.replaceAll("&amp;", "&") };
		},
		/** Opens the address that the service sends browsers back to; gives the path that it leads on to. */
		async comeBack(service: string, address: URL): Promise<string> {
			const answer = keep(await callback(new Request(address, { headers: { cookie: cookie() } }), context(service)));
			return answer.headers.get("location") ?? `status ${answer.status}`;
		},
		/** All of it: the form, the service, and the way back. */
		async go(act: keyof typeof ROUTES, service: string, form?: Record<string, string>): Promise<string> {
			const { leads } = await browser.begin(act, service, form);
			return browser.comeBack(service, await fake.visit(leads ?? ""));
		},
	};
	return browser;
}
