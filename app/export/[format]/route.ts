import { refuseMethod } from "@/lib/http/json";
import { answerExport } from "@/lib/syndication/export-answer";

type Context = { params: Promise<{ format: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
	return answerExport(request, (await params).format);
}

const refuse = refuseMethod("GET, HEAD");

export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT };
