import { useEffect, useState } from "react";
import type { CardPaper, CardRest } from "./card-paper";

/** A card with what it leaves out, once that is wanted and here. Who wants it again after a failure has it asked for again. */
export function useRest(card: CardPaper, isWanted: boolean): CardPaper {
	const [rest, setRest] = useState<CardRest>();
	const isMissing = isWanted && card.isShortened === true && rest === undefined;
	useEffect(() => {
		if (isMissing) fetchRest(card.id).then(setRest, () => undefined);
	}, [isMissing, card.id]);
	return rest === undefined ? card : { ...card, ...rest, isShortened: undefined };
}

async function fetchRest(id: string): Promise<CardRest | undefined> {
	const answer = await fetch(`/api/cards/${id}`);
	return answer.ok ? answer.json() : undefined;
}
