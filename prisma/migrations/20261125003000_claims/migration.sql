-- CreateEnum
CREATE TYPE "claim_state" AS ENUM ('asked', 'approved', 'refused');

-- AlterEnum
ALTER TYPE "audited_act" ADD VALUE 'accept_votes';
ALTER TYPE "audited_act" ADD VALUE 'void_votes';
ALTER TYPE "audited_act" ADD VALUE 'hide_comment';
ALTER TYPE "audited_act" ADD VALUE 'unhide_comment';
ALTER TYPE "audited_act" ADD VALUE 'dismiss_reports';
ALTER TYPE "audited_act" ADD VALUE 'approve_claim';
ALTER TYPE "audited_act" ADD VALUE 'refuse_claim';

-- AlterTable
ALTER TABLE "audit_acts" ALTER COLUMN "paper_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "author_claims" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "orcid" TEXT,
    "state" "claim_state" NOT NULL DEFAULT 'asked',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "author_claims_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "author_claims_author_id_idx" ON "author_claims"("author_id");

-- CreateIndex
CREATE INDEX "author_claims_state_created_at_idx" ON "author_claims"("state", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "author_claims_user_id_author_id_key" ON "author_claims"("user_id", "author_id");

-- AddForeignKey
ALTER TABLE "author_claims" ADD CONSTRAINT "author_claims_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "author_claims" ADD CONSTRAINT "author_claims_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "authors"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's language has no words for.

-- Only what is about a person names no paper. As texts: values that this transaction has added can't be used in it.
ALTER TABLE "audit_acts"
    ADD CONSTRAINT "audit_acts_are_about_something" CHECK ("paper_id" IS NOT NULL OR "act"::text IN ('approve_claim', 'refuse_claim'));
ALTER TABLE "author_claims"
    ADD CONSTRAINT "author_claims_decided_has_an_instant" CHECK (("state" = 'asked') = ("decided_at" IS NULL)),
    ADD CONSTRAINT "author_claims_note_is_short" CHECK (length("note") <= 1000);
