import { env } from "@/lib/env";
import { answerText } from "@/lib/http/text";
import { writeRobots } from "@/lib/sitemap/robots";

// The settings are not there while building.
export const dynamic = "force-dynamic";

export function GET(): Response {
	return answerText("text/plain", writeRobots(env().APP_URL));
}
