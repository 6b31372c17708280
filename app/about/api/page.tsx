import type { Metadata } from "next";
import type { ReactNode } from "react";
import { NarrowPage } from "@/components/layout/narrow-page";
import { listDailyPapers } from "@/lib/api/queries";
import { API_ROUTES, type ApiRoute } from "@/lib/api/routes";
import { env } from "@/lib/env";
import { RATE_QUOTAS, RATE_SECONDS } from "@/lib/http/rate-limits";

// The examples hold this site's address and a paper of it, and neither is known while building.
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
	title: "The API",
	description: "The daily papers as JSON, in the shapes of Hugging Face's API.",
	alternates: { canonical: "/about/api" },
};

/** Stands in the examples while there are no papers yet. */
const ANY_PAPER = "2412.14093";

const EXAMPLE_QUERIES: Record<string, string> = {
	"/api/daily_papers": "?limit=3",
	"/api/papers/search": "?q=language+models&limit=3",
};

export default async function ApiPage() {
	const [newest] = await listDailyPapers({ order: "listed", limit: 1, page: 0 });
	const id = newest?.paper.id ?? ANY_PAPER;
	const exampleOf = (path: string) => path.replace("{id}", id) + (EXAMPLE_QUERIES[path] ?? "");
	return (
		<NarrowPage title="The API">
			<p>
				The papers are there as JSON for programs, in the shapes of Hugging Face's API: a script written for theirs
				works here once the host is changed. Nobody needs a key, and pages of other sites may ask too. Answers are up to
				a minute old.
			</p>
			<p>
				What is not known is left out. An item's <Code>publishedAt</Code> is the day of the paper itself;{" "}
				<Code>submittedOnDailyAt</Code> says when it was listed. Errors have a status that says so and a sentence:{" "}
				<Code>{'{ "error": "…" }'}</Code>
			</p>
			<p>
				A client may ask {RATE_QUOTAS.api} times in {RATE_SECONDS / 60} minutes, feeds included. As at Hugging Face,{" "}
				<Code>RateLimit: "api";r=499;t=300</Code> says how often it still may, and in how many seconds it may as often
				as before; an answer out of a cache says it of who asked first. Beyond that the answer is 429, and{" "}
				<Code>Retry-After</Code> says when to come back.
			</p>
			<p>
				A search can be followed as a feed, and taken along as a file: <Code>/feed.atom?q=…</Code> (or rss, json) and{" "}
				<Code>/export/bib?q=…</Code> (or ris, csv, json) have the papers with all of its words. <Code>window</Code>,{" "}
				<Code>topic</Code>, <Code>author</Code>, <Code>org</Code>, <Code>min</Code>, <Code>order</Code> and{" "}
				<Code>limit</Code> narrow them further. Files can be asked for {RATE_QUOTAS.exports} times in{" "}
				{RATE_SECONDS / 60} minutes.
			</p>
			{API_ROUTES.map((route) => (
				<Route key={route.path} route={route} example={new URL(exampleOf(route.path), env().APP_URL).href} />
			))}
			<p>
				For tools, the same as a document of OpenAPI 3.1:{" "}
				<a className="underline" href="/api/openapi.json">
					/api/openapi.json
				</a>
			</p>
		</NarrowPage>
	);
}

function Route({ route, example }: { route: ApiRoute; example: string }) {
	return (
		<section className="space-y-4">
			<h2 className="pt-4 text-[21px] font-semibold text-ink">{route.summary}</h2>
			<p>
				<Code>GET {route.path}</Code>
			</p>
			<p>{route.description}</p>
			{route.parameters.length > 0 && (
				<dl className="space-y-2">
					{route.parameters.map(({ name, description }) => (
						<div key={name}>
							<dt className="inline">
								<Code>{name}</Code>
							</dt>{" "}
							<dd className="inline">{description}</dd>
						</div>
					))}
				</dl>
			)}
			<ul className="space-y-2">
				{route.others.map(({ status, description }) => (
					<li key={status}>
						<Code>{status}</Code> {description}
					</li>
				))}
			</ul>
			<pre className="rounded-lg border border-rule bg-sheet p-4 text-[14px] whitespace-pre-wrap text-ink [overflow-wrap:anywhere]">
				curl '{example}'
			</pre>
		</section>
	);
}

function Code({ children }: { children: ReactNode }) {
	return <code className="text-[0.9em] text-ink">{children}</code>;
}
