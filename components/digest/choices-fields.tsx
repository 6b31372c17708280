import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { TextAreaField } from "@/components/ui/text-area-field";
import { type ChoiceFields, DATE_LANGUAGES, PAPERS_LEAST, PAPERS_MOST } from "@/lib/subscribers/choices";

const RHYTHMS = { daily: "Every day", weekdays: "Mondays to Fridays", weekly: "Once a week" };
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const HOURS = Array.from({ length: 24 }, (_, hour) => [String(hour), `${String(hour).padStart(2, "0")}:00`] as const);

/** Hides what a daily mail has no use for; where a browser can't tell, it stays. */
const ONLY_WEEKLY = "group-has-[[value=daily]:checked]:hidden group-has-[[value=weekdays]:checked]:hidden";

type ChoicesFieldsProps = {
	/** What the fields begin with. */
	values: ChoiceFields;
	timeZones: string[];
	/** What is wrong, by field. */
	errors: ChoiceFields;
};

/** The fields of a subscriber's choices. */
export function ChoicesFields({ values, timeZones, errors }: ChoicesFieldsProps) {
	const zone = values.timeZone ?? "UTC";
	const zones = timeZones.includes(zone) ? timeZones : [zone, ...timeZones];
	return (
		<>
			<Group title="When it comes">
				<SelectField label="How often" name="rhythm" options={Object.entries(RHYTHMS)} defaultValue={values.rhythm} />
				<div className={ONLY_WEEKLY}>
					<SelectField
						label="Day of the weekly mail"
						name="weekday"
						options={WEEKDAYS.map((name, index) => [String(index + 1), name])}
						defaultValue={values.weekday}
					/>
				</div>
				<div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-4">
					<SelectField label="Hour" name="hour" options={HOURS} defaultValue={values.hour} />
					<SelectField
						label="Time zone"
						name="timeZone"
						options={zones.map((name) => [name, name.replaceAll("_", " ")])}
						defaultValue={zone}
					/>
				</div>
				<Field
					label="Pause until (the day on which mails come again)"
					name="pausedUntil"
					type="date"
					defaultValue={values.pausedUntil}
					error={errors.pausedUntil}
				/>
				<Tick label="A mail even when there is nothing new" name="evenIfEmpty" values={values} />
			</Group>
			<Group title="What is in it">
				<Field
					label={`How many papers at most (${PAPERS_LEAST} to ${PAPERS_MOST})`}
					name="papers"
					type="number"
					min={PAPERS_LEAST}
					max={PAPERS_MOST}
					required
					defaultValue={values.papers}
					error={errors.papers}
				/>
				<Field
					label="Upvotes at least"
					name="minUpvotes"
					type="number"
					min={0}
					required
					defaultValue={values.minUpvotes}
					error={errors.minUpvotes}
				/>
				<TextAreaField
					label="Only papers with one of these"
					name="include"
					note="One a line: topic: retrieval, author: Ada Lovelace, org: DeepMind, or words of a title or abstract. Empty: all papers."
					defaultValue={values.include}
					error={errors.include}
				/>
				<TextAreaField
					label="No papers with any of these"
					name="exclude"
					note="Written in the same way."
					defaultValue={values.exclude}
					error={errors.exclude}
				/>
				<Tick
					label="Also what I follow, and my saved searches, if I have an account with this address"
					name="withFollows"
					values={values}
				/>
				<SelectField
					label="Language of dates"
					name="language"
					options={Object.entries(DATE_LANGUAGES)}
					defaultValue={values.language}
				/>
			</Group>
		</>
	);
}

function Group({ title, children }: { title: string; children: ReactNode }) {
	return (
		<fieldset className="group space-y-4">
			<legend className="mb-3 w-full border-b border-rule pb-1.5 font-serif text-[20px] font-medium text-ink">
				{title}
			</legend>
			{children}
		</fieldset>
	);
}

function Tick({ label, name, values }: { label: string; name: "withFollows" | "evenIfEmpty"; values: ChoiceFields }) {
	return (
		<label className="flex items-start gap-2.5 text-sm text-ink">
			<input
				type="checkbox"
				name={name}
				defaultChecked={values[name] !== undefined}
				className="mt-0.5 size-4 shrink-0"
			/>
			{label}
		</label>
	);
}
