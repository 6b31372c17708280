import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { Desk } from "@/components/curation/desk";
import { QueueHeading, QueueLink, QueuePage } from "@/components/curation/queue-page";
import { BalanceList } from "@/components/operator/balance-list";
import { ColumnChart } from "@/components/operator/column-chart";
import { FindForm } from "@/components/operator/find-form";
import { DoubtfulList, ReasonList } from "@/components/operator/mail-faults";
import { MailRunList } from "@/components/operator/mail-run-list";
import { MailState } from "@/components/operator/mail-state";
import { currentUser } from "@/lib/accounts/queries";
import { operateAction } from "@/lib/operator/actions";
import { readMailDesk } from "@/lib/operator/queries";
import { formatMonthDay, utcDateOf } from "@/lib/time";

export const metadata: Metadata = { title: "Mail", robots: { index: false } };

/** How the mail is doing, and what can be done about it; whoever is no curator finds no such page. */
export default async function MailDeskPage() {
	const user = await currentUser(await headers());
	const desk = user && (await readMailDesk(user.id, new Date()));
	if (desk === undefined) notFound();
	const { balances, runs, reasons, doubtful, dueHours, growth } = desk;
	return (
		<QueuePage title="Mail">
			<Desk action={operateAction}>
				<MailState desk={desk} />
			</Desk>
			<section className="space-y-2">
				<QueueHeading>A subscriber</QueueHeading>
				<FindForm />
				<p>
					<QueueLink href="/curate/digests/import">Import subscribers from a file</QueueLink>
				</p>
			</section>
			<p>
				<QueueLink href="/curate/channels">Slack, Discord and other channels</QueueLink>
			</p>
			{doubtful.length > 0 && (
				<section className="space-y-2">
					<QueueHeading>In doubt</QueueHeading>
					<DoubtfulList doubtful={doubtful} />
				</section>
			)}
			<section className="space-y-2">
				<QueueHeading>Digests, newest first</QueueHeading>
				{balances.length === 0 ? <p>Nothing was mailed yet.</p> : <BalanceList balances={balances} />}
				{reasons.length > 0 && <ReasonList reasons={reasons} />}
			</section>
			<section className="space-y-2">
				<QueueHeading>What comes</QueueHeading>
				<ColumnChart
					title={`Mails that come due in the next 24 hours, hour by hour: up to ${sum(dueHours.map(({ mails }) => mails))}`}
					of="Hour from, UTC"
					up="Mails"
					columns={dueHours.map(({ at, mails }) => ({ label: formatHour(at), up: mails }))}
				/>
			</section>
			<section className="space-y-2">
				<QueueHeading>Subscribers</QueueHeading>
				<ColumnChart
					title={`${growth.confirmed.toLocaleString("en-US")} now. Who came (up) and left (down) in the last twelve weeks: ${sum(growth.weeks.map(({ confirmed }) => confirmed))} and ${sum(growth.weeks.map(({ left }) => left))}`}
					of="Week from"
					up="Came"
					down="Left"
					columns={growth.weeks.map(({ from, confirmed, left }) => ({
						label: formatMonthDay(from),
						up: confirmed,
						down: left,
					}))}
				/>
			</section>
			<section className="space-y-2">
				<QueueHeading>Runs that did something, newest first</QueueHeading>
				{runs.length === 0 ? <p>None yet.</p> : <MailRunList runs={runs} />}
			</section>
		</QueuePage>
	);
}

/** `Jun 8, 06:00` */
function formatHour(at: Date): string {
	return `${formatMonthDay(utcDateOf(at))}, ${at.toISOString().slice(11, 16)}`;
}

function sum(numbers: number[]): string {
	return numbers.reduce((all, number) => all + number, 0).toLocaleString("en-US");
}
