import { Instant } from "@/components/curation/instant";
import type { SubscriberFile } from "@/lib/operator/types";
import { Confirm } from "./confirm";
import { OperateForm } from "./operate-form";

const SUPPRESSED: Record<NonNullable<SubscriberFile["suppressedFor"]>, string> = {
	bounced: "as mail to them came back for good",
	complained: "as they called our mail spam",
};

/** Whether somebody subscribes, since when, and what they have chosen. */
export function SubscriberFacts({ subscriber }: { subscriber: SubscriberFile }) {
	const { id, maskedAddress, state, createdAt, confirmedAt, unsubscribedAt, suppressedFor, consent, choices } =
		subscriber;
	return (
		<>
			<p className="text-ink">
				<strong className="break-all">{maskedAddress}</strong> {state === "pending" && "asked, and has not confirmed."}
				{state === "confirmed" && "subscribes."}
				{state === "unsubscribed" &&
					(suppressedFor ? `gets nothing more, ${SUPPRESSED[suppressedFor]}.` : "has left, and gets nothing more.")}
			</p>
			<dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
				<Fact name="First seen" at={createdAt} />
				<Fact name="Confirmed" at={confirmedAt} />
				<Fact name="Left" at={unsubscribedAt} />
				{consent && (
					<>
						<Fact name="Agreed" at={consent.at} />
						<dt className="text-ink-faint">Imported from</dt>
						<dd className="min-w-0 break-words">{consent.source}</dd>
					</>
				)}
			</dl>
			<ul className="list-disc pl-5 text-sm">
				{choices.map((line) => (
					<li key={line} className="break-words">
						{line}
					</li>
				))}
			</ul>
			{state !== "unsubscribed" && (
				<Confirm label="End this subscription">
					<p>Nothing more goes to this address, until its owner subscribes and confirms anew.</p>
					<OperateForm act="end_subscription" id={id}>
						Yes, end it
					</OperateForm>
				</Confirm>
			)}
		</>
	);
}

function Fact({ name, at }: { name: string; at: Date | null }) {
	if (at === null) return null;
	return (
		<>
			<dt className="text-ink-faint">{name}</dt>
			<dd className="tabular-nums">
				<Instant at={at} />
			</dd>
		</>
	);
}
