import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { QueueLink, QueuePage } from "@/components/curation/queue-page";
import { ImportForm } from "@/components/operator/import-form";
import { currentUser } from "@/lib/accounts/queries";
import { mayImport } from "@/lib/operator/queries";
import { describeFileProblem } from "@/lib/operator/words";

export const metadata: Metadata = { title: "Import subscribers", robots: { index: false } };

/** Takes a file of people who have agreed; whoever is no curator finds no such page. */
export default async function ImportPage({ searchParams }: PageProps<"/curate/digests/import">) {
	const user = await currentUser(await headers());
	if (user === undefined || !(await mayImport(user.id))) notFound();
	const problem = describeFileProblem(await searchParams);
	return (
		<QueuePage title="Import subscribers">
			{problem && (
				<p role="alert" className="text-accent">
					{problem}
				</p>
			)}
			<p>
				Of people who have agreed to get such a mail. The first line names the columns <code>email</code>,{" "}
				<code>consent_at</code> (when they agreed: a day, or an instant with its offset) and <code>source</code>{" "}
				(where); others are passed over.
			</p>
			<p>
				Whoever can be imported is, and the other lines are told one by one with what is wrong with them. A file that
				can't be read imports nobody. Who has left, or whose mail came back or was called spam, is never mailed again by
				an import. Their first digest comes with the next run, as anybody's who confirms.
			</p>
			<ImportForm />
			<p>
				<QueueLink href="/curate/digests">All mail</QueueLink>
			</p>
		</QueuePage>
	);
}
