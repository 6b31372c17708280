import { readFile } from "node:fs/promises";
import path from "node:path";
import { ImageResponse } from "next/og";
import { PaperPoster } from "@/components/papers/paper-poster";
import { jsonError } from "@/lib/http/json";
import { parsePaperId } from "@/lib/papers/ids";
import { findPaper } from "@/lib/papers/queries";

// Drawn once and kept, like pages, and nothing of it while building, when there is no database.
export const dynamic = "force-static";
export const revalidate = 3600;
export const dynamicParams = true;
export async function generateStaticParams(): Promise<{ id: string[] }[]> {
	return [];
}

/** What Open Graph's readers expect, in pixels. */
const SIZE = { width: 1200, height: 630 };

/** The picture of a paper for places that show a link with one: its title, set in type. */
export async function GET(_request: Request, { params }: RouteContext<"/og/[...id]">): Promise<Response> {
	const id = parsePaperId((await params).id.join("/").replace(/\.png$/, ""));
	const paper = id && (await findPaper(id));
	if (!paper) return jsonError(404, "There is no such paper here.");
	const [serif, sans] = await Promise.all([
		readFont("newsreader/files/newsreader-latin-500-normal.woff"),
		readFont("inter/files/inter-latin-500-normal.woff"),
	]);
	return new ImageResponse(<PaperPoster paper={paper} />, {
		...SIZE,
		fonts: [
			{ name: "Newsreader", data: serif, weight: 500 },
			{ name: "Inter", data: sans, weight: 500 },
		],
	});
}

/** The drawing library reads this older form of font files only. */
function readFont(file: string): Promise<Buffer> {
	return readFile(path.join(process.cwd(), "node_modules/@fontsource", file));
}
