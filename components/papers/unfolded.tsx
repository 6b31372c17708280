import type { ReactNode } from "react";
import { AiSummaryNote } from "./ai-summary-note";
import { type CardPaper, type CardRest, topicOf } from "./card-paper";
import { TopicLinks } from "./topic-links";

/** What an unfolded card shows: its whole abstract, and what comes below. */
export type Unfolded = Pick<CardPaper, "abstract"> & { below: ReactNode };

/** @throws where a card that is shortened can't be made whole */
export async function unfold(card: CardPaper): Promise<Unfolded> {
	const { abstract, aiSummary, topics } = card.isShortened ? await fetchRest(card.id) : card;
	const below = (
		<>
			{aiSummary && <AiSummaryNote summary={aiSummary} />}
			{topics && <TopicLinks topics={topics.map(topicOf)} />}
		</>
	);
	return { abstract, below };
}

async function fetchRest(id: string): Promise<CardRest> {
	const answer = await fetch(`/api/cards/${id}`);
	if (!answer.ok) throw new Error(`the rest of ${id} was answered with ${answer.status}`);
	return answer.json();
}
