import { Instant } from "@/components/curation/instant";
import type { SubscriberFile } from "@/lib/operator/types";
import { formatMonthDayYear } from "@/lib/time";
import { Confirm } from "./confirm";
import { OperateForm } from "./operate-form";

type Delivery = SubscriberFile["deliveries"][number];

const STATES: Record<Delivery["state"], string> = {
	planned: "waits",
	submitted: "submitted",
	rejected: "rejected",
	skipped: "skipped",
	unknown: "unknown: it may have arrived or not",
};

const TOLD: Record<NonNullable<Delivery["eventState"]>, string> = {
	soft_bounced: "came back for now",
	delivered: "delivered",
	bounced: "came back for good",
	complained: "called spam",
};

/** What was sent to a subscriber, in the order given. What did not go out can be sent again. */
export function DeliveryList({ deliveries, subscribes }: { deliveries: Delivery[]; subscribes: boolean }) {
	return (
		<ol className="border-t border-rule text-sm">
			{deliveries.map((delivery) => (
				<li key={delivery.id} className="border-b border-rule py-2.5">
					<p className="break-words text-ink">
						{delivery.kind === "weekly" ? "Weekly" : "Daily"} of {formatMonthDayYear(delivery.date)}:{" "}
						{STATES[delivery.state]}
						{delivery.eventState && `, ${TOLD[delivery.eventState]}`}
					</p>
					{delivery.reason && <p className="break-words text-ink-soft">{delivery.reason}</p>}
					<p className="flex flex-wrap gap-x-4 text-[13px] text-ink-faint tabular-nums">
						{delivery.settledAt && <Instant at={delivery.settledAt} />}
						{delivery.resentAt && (
							<span>
								sent again on <Instant at={delivery.resentAt} />
							</span>
						)}
					</p>
					{subscribes && canBeResent(delivery) && (
						<Confirm
							label={
								<>
									Send it again <span className="sr-only">of {formatMonthDayYear(delivery.date)}</span>
								</>
							}
						>
							<p>
								{delivery.state === "unknown"
									? "If it did arrive, it arrives a second time."
									: "The same mail goes out once more, in a new batch. If it was never put together, it holds what is new to them, or is skipped again."}
							</p>
							<OperateForm act="resend_delivery" id={delivery.id}>
								Yes, send it again
							</OperateForm>
						</Confirm>
					)}
				</li>
			))}
		</ol>
	);
}

function canBeResent({ state }: Delivery): boolean {
	return state === "unknown" || state === "rejected" || state === "skipped";
}
