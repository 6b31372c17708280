import { currentUser } from "@/lib/accounts/queries";
import { refuseMethod } from "@/lib/http/json";
import { isSameOrigin } from "@/lib/http/origin";
import { plainPage } from "@/lib/http/plain-page";
import { log } from "@/lib/log";
import { importSubscribers } from "@/lib/operator/import";
import { mayImport } from "@/lib/operator/queries";
import { OPERATE_WORDS } from "@/lib/operator/words";

const PAGE = "/curate/digests/import";

/** A hundred thousand lines have some eight. */
const MAX_BYTES = 20 * 1024 * 1024;

/**
 * Takes the form that imports subscribers: `file` or `text`, and `mode` (`check` or `import`). Leads on to a page that tells what
 * became of it.
 */
export async function POST(request: Request): Promise<Response> {
	if (!isSameOrigin(request.headers)) return plainPage(403, OPERATE_WORDS["foreign-form"], PAGE);
	try {
		const user = await currentUser(request.headers);
		// Asked again by the import itself; here so that nobody else's file is read.
		if (user === undefined || !(await mayImport(user.id))) return plainPage(404, OPERATE_WORDS["not-a-curator"], "/");
		if (!(Number(request.headers.get("content-length") ?? Number.NaN) <= MAX_BYTES)) return refuse("too-long", 0);
		const form = await request.formData().catch(() => undefined);
		const mode = form?.get("mode");
		if (form === undefined || (mode !== "check" && mode !== "import"))
			return plainPage(400, OPERATE_WORDS["no-form"], PAGE);
		const text = await readText(form);
		if (text === undefined) return refuse("no-text", 0);
		const result = await importSubscribers({ curatorId: user.id }, text, mode === "check", new Date());
		if (result.ok) return seeOther(`${PAGE}/${result.value.id}`);
		if (result.reason === "not-a-curator") return plainPage(404, OPERATE_WORDS["not-a-curator"], "/");
		return refuse(result.reason.kind, result.reason.line);
	} catch (error) {
		log.error({ err: error }, "subscribers were not imported");
		return plainPage(503, OPERATE_WORDS.failed, PAGE);
	}
}

const refuseOthers = refuseMethod("POST");

export {
	refuseOthers as DELETE,
	refuseOthers as GET,
	refuseOthers as OPTIONS,
	refuseOthers as PATCH,
	refuseOthers as PUT,
};

/** What was chosen, or else pasted; undefined for a file that is no UTF-8. */
async function readText(form: FormData): Promise<string | undefined> {
	const file = form.get("file");
	if (!(file instanceof File) || file.size === 0) return String(form.get("text") ?? "");
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
	} catch {
		return undefined;
	}
}

function refuse(problem: string, line: number): Response {
	return seeOther(`${PAGE}?problem=${problem}&line=${line}`);
}

/** Relative, as the address that readers see is not the one that we listen on. */
function seeOther(path: string): Response {
	return new Response(null, { status: 303, headers: { Location: path, "Cache-Control": "no-store" } });
}
