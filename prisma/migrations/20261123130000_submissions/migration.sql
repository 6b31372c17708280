-- CreateEnum
CREATE TYPE "user_role" AS ENUM ('reader', 'curator');

-- CreateEnum
CREATE TYPE "audited_act" AS ENUM ('submit', 'add', 'hide', 'unhide', 'move');

-- AlterTable
ALTER TABLE "papers" ADD COLUMN     "hidden_at" TIMESTAMPTZ(3),
ADD COLUMN     "submitted_by_id" TEXT;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "role" "user_role" NOT NULL DEFAULT 'reader';

-- CreateTable
CREATE TABLE "audit_acts" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" TEXT,
    "act" "audited_act" NOT NULL,
    "paper_id" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_acts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_acts_actor_id_at_idx" ON "audit_acts"("actor_id", "at");

-- CreateIndex
CREATE INDEX "audit_acts_paper_id_idx" ON "audit_acts"("paper_id");

-- CreateIndex
CREATE INDEX "papers_submitted_by_id_idx" ON "papers"("submitted_by_id");

-- AddForeignKey
ALTER TABLE "papers" ADD CONSTRAINT "papers_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_acts" ADD CONSTRAINT "audit_acts_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- What Prisma's language has no words for.

-- What was submitted here is listed here, and by no source.
ALTER TABLE "papers"
    ADD CONSTRAINT "papers_submitted_only_when_listed_here"
        CHECK ("submitted_by_id" IS NULL OR ("edition_date" IS NOT NULL AND "listed_by" IS NULL));

-- An act says what its kind has to say.
ALTER TABLE "audit_acts"
    ADD CONSTRAINT "audit_acts_name_a_paper" CHECK ("paper_id" <> ''),
    ADD CONSTRAINT "audit_acts_detail_is_an_object" CHECK (jsonb_typeof("detail") = 'object'),
    ADD CONSTRAINT "audit_acts_listing_has_a_date" CHECK ("act" NOT IN ('submit', 'add') OR "detail" ? 'date'),
    ADD CONSTRAINT "audit_acts_move_has_both_dates" CHECK ("act" <> 'move' OR ("detail" ? 'from' AND "detail" ? 'to'));

-- Acts are added, never changed or deleted, whichever code tries. The one exception is the foreign key's own: when an account is
-- deleted its acts stay and lose the name. By then the account's row is gone, which is how it is told from a forgery.
CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD."actor_id" IS NOT NULL AND NEW."actor_id" IS NULL
            AND (NEW."id", NEW."at", NEW."act", NEW."paper_id", NEW."detail")
                IS NOT DISTINCT FROM (OLD."id", OLD."at", OLD."act", OLD."paper_id", OLD."detail")
            AND NOT EXISTS (SELECT FROM "users" WHERE "id" = OLD."actor_id")
        THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'acts are added, not changed or deleted';
END
$$;

CREATE TRIGGER "audit_acts_are_not_changed" BEFORE UPDATE OR DELETE ON "audit_acts"
    FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();

CREATE TRIGGER "audit_acts_are_not_emptied" BEFORE TRUNCATE ON "audit_acts"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();
