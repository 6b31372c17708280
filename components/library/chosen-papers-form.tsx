import type { ReadingList } from "@/lib/library/types";
import { LibraryForm } from "./library-form";
import { SendButton } from "./send-button";

/** The form's id, by which boxes elsewhere on the page belong to it. */
export const CHOSEN_FORM = "chosen-papers";

type ChosenPapersFormProps = {
	lists: readonly ReadingList[];
	/** The list whose page it is. */
	current?: string | undefined;
};

/** What can be done with the papers that are chosen. */
export function ChosenPapersForm({ lists, current }: ChosenPapersFormProps) {
	const others = lists.filter(({ id }) => id !== current);
	return (
		<LibraryForm id={CHOSEN_FORM} className="border-b border-rule py-3">
			<div className="flex flex-wrap items-center gap-2">
				<span className="text-sm text-ink-soft">Chosen papers:</span>
				{others.length > 0 && (
					<>
						<select
							name="list"
							aria-label="List"
							className="h-[38px] max-w-[12rem] min-w-0 rounded-lg border border-rule bg-paper px-2 text-sm text-ink"
						>
							{others.map(({ id, name }) => (
								<option key={id} value={id}>
									{name}
								</option>
							))}
						</select>
						<SendButton name="act" value="put-on-list">
							Put on list
						</SendButton>
					</>
				)}
				{current !== undefined && (
					<>
						<input type="hidden" name="from" value={current} />
						<SendButton name="act" value="take-off-list">
							Take off this list
						</SendButton>
					</>
				)}
				<SendButton name="act" value="remove">
					Remove from library
				</SendButton>
			</div>
		</LibraryForm>
	);
}
