import { GET as getExport } from "@/app/export/[format]/route";
import { GET as getAtom } from "@/app/feed.atom/route";
import { GET as getJson } from "@/app/feed.json/route";
import { GET as getRss } from "@/app/feed.rss/route";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

const FEEDS = { atom: getAtom, rss: getRss, json: getJson };

export const DAY = new Date("2026-06-08T00:00:00Z");

/** @param query with its `?` */
export function askFeed(
	format: keyof typeof FEEDS,
	query = "",
	headers: Record<string, string> = {},
): Promise<Response> {
	return FEEDS[format](new Request(`http://127.0.0.1:4200/feed.${format}${query}`, { headers }));
}

/** @param query with its `?` */
export function askExport(format: string, query = "", headers: Record<string, string> = {}): Promise<Response> {
	const request = new Request(`http://127.0.0.1:4200/export/${format}${query}`, { headers });
	return getExport(request, { params: Promise.resolve({ format }) });
}

/** Puts a paper on the list of June 8, 2026, where `values` say nothing else. */
export async function addPaper(id: string, values: Partial<Prisma.PaperUncheckedCreateInput> = {}): Promise<void> {
	const at = new Date("2026-06-08T08:00:00Z");
	const data = { id, title: `Title of ${id}`, abstract: "An abstract.", editionDate: DAY, listedAt: at, updatedAt: at };
	await db().paper.create({ data: { ...data, ...values } });
}

/** What stands where readers of XML, HTML, spreadsheets and BibTeX expect something else. */
export const HOSTILE_TITLES = [
	"<script>alert(1)</script> & ]]> twice ]]>",
	"\u0001Control\u0008 \u000b characters\ufffe",
	"Emoji 😀 and \u202eשלום",
	'=HYPERLINK("https://evil.example","x")',
	"@misc{x, title = {}} &amp; &lt;b&gt;",
];

/** One organisation, two authors, one topic; five papers with hostile titles and these, one plain and older, one hidden. */
export async function fill(): Promise<void> {
	await db().edition.createMany({ data: [{ date: DAY }, { date: new Date("2026-06-01T00:00:00Z") }] });
	const organization = await db().organization.create({ data: { slug: "some-lab", name: "Some & Lab" } });
	const topic = await db().topic.create({ data: { slug: "robotics", name: "Robotics <R&D>", kind: "keyword" } });
	const [first, second] = await db().author.createManyAndReturn({
		data: [
			{ slug: "zoe-first", name: "Zoe First" },
			{ slug: "ana-second", name: "Ana Second" },
		],
	});
	const authors = {
		create: [
			{ position: 2, name: "Ana Second", authorId: second?.id ?? "" },
			{ position: 1, name: "Zoe First", authorId: first?.id ?? "" },
		],
	};
	for (const [at, title] of HOSTILE_TITLES.entries())
		await addPaper(`2606.0000${at + 1}`, {
			title,
			abstract: `Of ${title} and $x^2$, "quoted",\nin lines.`,
			publishedAt: new Date("2026-06-05T10:00:00Z"),
			listedAt: new Date(`2026-06-08T08:00:0${at}Z`),
			importedUpvotes: at,
			importedComments: at,
			importSource: "file",
			capturedAt: new Date("2026-06-08T09:00:00Z"),
			organizationId: organization.id,
			githubRepo: "some-lab/code",
			projectPage: "https://lab.example.org/?a=1&b=2",
			categories: ["cs.RO"],
			authors,
			topics: { create: { topicId: topic.id, position: 1 } },
		});
	await addPaper("2606.00008", { hiddenAt: DAY, importedUpvotes: 99, importSource: "file" });
	const older = new Date("2026-06-01T00:00:00Z");
	await addPaper("2606.00009", { editionDate: older, listedAt: older, updatedAt: older });
}
