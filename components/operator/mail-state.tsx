import { Instant } from "@/components/curation/instant";
import type { MailDesk } from "@/lib/operator/types";
import { OperateForm } from "./operate-form";

/** Whether mail goes out, and what stops it or lets it go on. */
export function MailState({ desk }: { desk: Pick<MailDesk, "stoppedAt" | "pausedBecause" | "waiting"> }) {
	const { stoppedAt, waiting } = desk;
	const waits = `${waiting.toLocaleString("en-US")} ${waiting === 1 ? "mail waits" : "mails wait"}.`;
	return (
		<div className="space-y-3">
			{stoppedAt ? (
				<p className="text-ink">
					<strong className="text-accent">Stopped</strong> on <Instant at={stoppedAt} />: no digest goes out. {waits}{" "}
					What waits for more than twelve hours is skipped.
				</p>
			) : (
				<p className="text-ink">{waiting === 0 ? "No mail waits." : describeWaiting(waits, desk.pausedBecause)}</p>
			)}
			<div className="flex flex-wrap gap-2">
				{stoppedAt ? (
					<OperateForm act="resume_digests">Go on</OperateForm>
				) : (
					<OperateForm act="stop_digests">Stop the digests now</OperateForm>
				)}
				<OperateForm act="test_digest">Send a test to myself</OperateForm>
			</div>
		</div>
	);
}

function describeWaiting(waits: string, pausedBecause: string | null): string {
	if (pausedBecause === null) return `${waits} The next run, within some minutes, sends it.`;
	return `${waits} The last run was paused because ${pausedBecause}. The next one tries again.`;
}
