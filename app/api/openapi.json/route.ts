import { answer, answerPreflight, refuseWrites } from "@/lib/api/answers";
import { toOpenApi } from "@/lib/api/openapi";

const DOCUMENT = toOpenApi();

/** Describes the public API for tools. */
export function GET(): Response {
	return answer(DOCUMENT);
}

export {
	answerPreflight as OPTIONS,
	refuseWrites as DELETE,
	refuseWrites as PATCH,
	refuseWrites as POST,
	refuseWrites as PUT,
};
