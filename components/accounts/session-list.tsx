import { endAllSessionsAction, endSessionAction } from "@/lib/accounts/settings-actions";
import type { SessionLine } from "@/lib/accounts/types";
import { formatMonthDayYear, utcDateOf } from "@/lib/time";
import { ActionButton } from "./action-button";

/** Where somebody is signed in, each with a button that ends it. */
export function SessionList({ sessions }: { sessions: SessionLine[] }) {
	return (
		<>
			<ul className="border-b border-rule">
				{sessions.map((session) => (
					<SessionRow key={session.id} session={session} />
				))}
			</ul>
			<ActionButton action={endAllSessionsAction} label="Sign out everywhere" />
		</>
	);
}

function SessionRow({ session: { id, browser, since, until, isCurrent } }: { session: SessionLine }) {
	const name = browser || "A browser";
	return (
		<li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-rule py-3">
			<div>
				<p className="text-ink">
					{name}
					{isCurrent && <b className="ml-2 font-semibold text-accent">This one</b>}
				</p>
				<p className="text-sm text-ink-faint tabular-nums">
					Since {formatMonthDayYear(utcDateOf(since))}, until {formatMonthDayYear(utcDateOf(until))}
				</p>
			</div>
			{!isCurrent && (
				<ActionButton
					action={endSessionAction}
					label="Sign out"
					about={`${name}, since ${formatMonthDayYear(utcDateOf(since))}`}
					field={{ name: "session", value: id }}
				/>
			)}
		</li>
	);
}
