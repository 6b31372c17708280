import { env } from "@/lib/env";
import { answerText } from "@/lib/http/text";
import { writeLlms } from "@/lib/sitemap/llms";

// The settings are not there while building.
export const dynamic = "force-dynamic";

export function GET(): Response {
	return answerText("text/plain", writeLlms(env().APP_URL));
}
