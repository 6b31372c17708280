/** By which the field names a suggestion. */
export function optionId(listId: string, place: number): string {
	return `${listId}-${place}`;
}
