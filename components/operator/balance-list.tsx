import type { DigestBalance } from "@/lib/digest/types";
import { formatMonthDayYear } from "@/lib/time";

/** How each digest's deliveries stand: whatever was planned has an end, or waits. */
export function BalanceList({ balances }: { balances: DigestBalance[] }) {
	return (
		<ol className="border-t border-rule text-sm">
			{balances.map((balance) => (
				<li key={`${balance.kind} ${balance.edition}`} className="border-b border-rule py-2.5">
					<h3 className="font-medium text-ink">
						{balance.kind === "weekly" ? "Week until" : "Day of"} {formatMonthDayYear(balance.edition)}
					</h3>
					<p className="tabular-nums">
						{count(balance.planned)} planned = {ENDS.map((end) => `${count(balance[end])} ${end}`).join(" + ")}
					</p>
					<Difference {...balance} />
					<p className="text-[13px] text-ink-faint tabular-nums">
						The provider tells: {count(balance.told.delivered)} delivered, {count(balance.told.softBounced)} came back
						for now, {count(balance.told.bounced)} for good, {count(balance.told.complained)} called spam
					</p>
				</li>
			))}
		</ol>
	);
}

const ENDS = ["submitted", "rejected", "skipped", "unknown", "waiting"] as const;

function Difference(balance: DigestBalance) {
	const difference = balance.planned - ENDS.reduce((sum, end) => sum + balance[end], 0);
	if (difference === 0) return null;
	return (
		<p className="font-semibold text-accent">
			This does not add up, by {count(Math.abs(difference))}. It can't be, and is a fault of ours: please report it.
		</p>
	);
}

function count(number: number): string {
	return number.toLocaleString("en-US");
}
