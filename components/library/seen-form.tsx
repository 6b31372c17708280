import type { SeenMode } from "@/lib/library/types";
import { countPapers } from "@/lib/library/words";
import { LibraryForm } from "./library-form";
import { SendButton } from "./send-button";

const MODES: Record<SeenMode, string> = {
	off: "Don't keep what I have seen",
	dim: "Keep it, and print what I have seen fainter in lists",
	hide: "Keep it, and leave what I have seen out of lists",
};

/** Whether it is kept which papers the viewer has seen, and how to have it forgotten. */
export function SeenForm({ mode, count }: { mode: SeenMode; count: number }) {
	return (
		<>
			<LibraryForm act="choose-seen" className="space-y-2">
				{/* Anew after each choice: React leaves a choice of the reader's as it is. */}
				<fieldset key={mode} className="space-y-2">
					<legend className="sr-only">Papers you have seen</legend>
					{Object.entries(MODES).map(([value, words]) => (
						<label key={value} className="flex items-baseline gap-2">
							<input type="radio" name="mode" value={value} defaultChecked={value === mode} />
							{words}
						</label>
					))}
				</fieldset>
				{count > 0 && mode !== "off" && (
					<label className="flex items-baseline gap-2">
						<input type="checkbox" name="forget" />
						When I choose not to keep it, forget the {countPapers(count)} kept so far as well
					</label>
				)}
				<SendButton>Save</SendButton>
			</LibraryForm>
			{count > 0 && (
				<LibraryForm act="forget-seen">
					<SendButton>Forget everything: {countPapers(count)}</SendButton>
				</LibraryForm>
			)}
		</>
	);
}
