import { ProblemNote } from "@/components/ui/problem-note";
import { dismissProblem } from "./vote-store";

/** Says beside its button that a vote was not saved. */
export function VoteProblem({ paperId, sentence }: { paperId: string; sentence: string }) {
	return <ProblemNote sentence={sentence} dismiss={() => dismissProblem(paperId)} />;
}
