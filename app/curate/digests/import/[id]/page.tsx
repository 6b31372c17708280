import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { Instant } from "@/components/curation/instant";
import { QueueLink, QueuePage } from "@/components/curation/queue-page";
import { ImportOutcome } from "@/components/operator/import-outcome";
import { currentUser } from "@/lib/accounts/queries";
import { findImport } from "@/lib/operator/queries";

export const metadata: Metadata = { title: "An import", robots: { index: false } };

/** What became of a file of subscribers; whoever is no curator finds no such page. */
export default async function ImportReportPage({ params }: PageProps<"/curate/digests/import/[id]">) {
	const { id } = await params;
	const user = await currentUser(await headers());
	const report = user && (await findImport(user.id, id));
	if (report === undefined) notFound();
	return (
		<QueuePage title={report.isCheck ? "A check" : "An import"}>
			<p>
				{report.isCheck ? "Checked" : "Imported"} on <Instant at={report.at} />.
				{report.isCheck && " Nobody was imported. To import, send the same file again with “Import”."}
			</p>
			<ImportOutcome report={report} />
			<p className="flex flex-wrap gap-x-6">
				<QueueLink href="/curate/digests/import">{report.isCheck ? "Import" : "Another file"}</QueueLink>
				<QueueLink href="/curate/digests">All mail</QueueLink>
			</p>
		</QueuePage>
	);
}
