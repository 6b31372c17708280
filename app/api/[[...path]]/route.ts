import { jsonError } from "@/lib/http/json";

/** Programs that ask for a data route that does not exist get an answer that they can read. */
function notFound(): Response {
	return jsonError(404, "There is no such data route.");
}

export { notFound as DELETE, notFound as GET, notFound as PATCH, notFound as POST, notFound as PUT };
