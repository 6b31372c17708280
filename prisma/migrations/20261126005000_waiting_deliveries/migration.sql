-- A digest's next batch is what waits for it, in the order of the selections: found without a look at all the others.

-- DropIndex
DROP INDEX "deliveries_digest_id_state_idx";

-- CreateIndex
CREATE INDEX "deliveries_digest_id_state_selection_id_idx" ON "deliveries"("digest_id", "state", "selection_id");
