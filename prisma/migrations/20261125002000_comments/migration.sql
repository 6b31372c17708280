-- AlterTable
ALTER TABLE "papers" ADD COLUMN     "local_comments" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "reply_mails" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "comments" (
    "id" BIGSERIAL NOT NULL,
    "paper_id" TEXT NOT NULL,
    "author_id" TEXT,
    "parent_id" BIGINT,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "hidden_at" TIMESTAMPTZ(3),

    CONSTRAINT "comments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment_reports" (
    "comment_id" BIGINT NOT NULL,
    "reporter_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "comment_reports_pkey" PRIMARY KEY ("comment_id","reporter_id")
);

-- CreateTable
CREATE TABLE "reply_mails" (
    "comment_id" BIGINT NOT NULL,
    "user_id" TEXT NOT NULL,
    "state" "delivery_state" NOT NULL DEFAULT 'planned',
    "payload" JSONB,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "first_tried_at" TIMESTAMPTZ(3),
    "leased_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "reply_mails_pkey" PRIMARY KEY ("comment_id")
);

-- CreateIndex
CREATE INDEX "comments_paper_id_created_at_id_idx" ON "comments"("paper_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "comments_author_id_created_at_idx" ON "comments"("author_id", "created_at");

-- CreateIndex
CREATE INDEX "comments_parent_id_idx" ON "comments"("parent_id");

-- CreateIndex
CREATE INDEX "comment_reports_reporter_id_idx" ON "comment_reports"("reporter_id");

-- CreateIndex
CREATE INDEX "reply_mails_state_created_at_idx" ON "reply_mails"("state", "created_at");

-- CreateIndex
CREATE INDEX "reply_mails_user_id_idx" ON "reply_mails"("user_id");

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_paper_id_fkey" FOREIGN KEY ("paper_id") REFERENCES "papers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "comments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_reports" ADD CONSTRAINT "comment_reports_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_reports" ADD CONSTRAINT "comment_reports_reporter_id_fkey" FOREIGN KEY ("reporter_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply_mails" ADD CONSTRAINT "reply_mails_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply_mails" ADD CONSTRAINT "reply_mails_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's language has no words for.

ALTER TABLE "comments"
    ADD CONSTRAINT "comments_say_something_or_are_deleted" CHECK (("deleted_at" IS NULL) = ("body" <> '')),
    ADD CONSTRAINT "comments_are_no_books" CHECK (length("body") <= 10000),
    ADD CONSTRAINT "comments_of_nobody_are_deleted" CHECK ("author_id" IS NOT NULL OR "deleted_at" IS NOT NULL);
ALTER TABLE "comment_reports"
    ADD CONSTRAINT "comment_reports_are_short" CHECK (length("reason") <= 500);
ALTER TABLE "reply_mails"
    ADD CONSTRAINT "reply_mails_settled_has_an_instant" CHECK (("state" = 'planned') = ("settled_at" IS NULL)),
    ADD CONSTRAINT "reply_mails_tried_are_frozen" CHECK ("state" <> 'planned' OR ("first_tried_at" IS NULL) = ("payload" IS NULL)),
    ADD CONSTRAINT "reply_mails_settled_hold_no_address" CHECK ("state" = 'planned' OR "payload" IS NULL);

-- A reply stands under a comment on the same paper that is no reply itself.
CREATE FUNCTION "check_reply"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM "comments" WHERE "id" = NEW."parent_id" AND "paper_id" = NEW."paper_id" AND "parent_id" IS NULL
    ) THEN
        RAISE EXCEPTION 'a reply stands under a comment on the same paper';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "replies_have_one_level" BEFORE INSERT OR UPDATE OF "parent_id", "paper_id" ON "comments"
    FOR EACH ROW WHEN (NEW."parent_id" IS NOT NULL) EXECUTE FUNCTION "check_reply"();

-- With its author's account a comment loses its text, whichever code deletes the account.
CREATE FUNCTION "empty_orphaned_comment"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW."body" = '';
    NEW."deleted_at" = coalesce(NEW."deleted_at", now());
    RETURN NEW;
END
$$;
CREATE TRIGGER "comments_lose_text_with_author" BEFORE UPDATE ON "comments"
    FOR EACH ROW WHEN (OLD."author_id" IS NOT NULL AND NEW."author_id" IS NULL) EXECUTE FUNCTION "empty_orphaned_comment"();

-- The counter of a paper's comments follows the rows in the same transaction.
CREATE FUNCTION "count_comment"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    "stood" boolean := TG_OP <> 'INSERT' AND OLD."deleted_at" IS NULL AND OLD."hidden_at" IS NULL;
    "stands" boolean := TG_OP <> 'DELETE' AND NEW."deleted_at" IS NULL AND NEW."hidden_at" IS NULL;
BEGIN
    IF "stood" <> "stands" THEN
        UPDATE "papers" SET "local_comments" = "local_comments" + "stands"::int - "stood"::int
        WHERE "id" = CASE WHEN TG_OP = 'DELETE' THEN OLD."paper_id" ELSE NEW."paper_id" END;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER "comments_are_counted" AFTER INSERT OR UPDATE OR DELETE ON "comments"
    FOR EACH ROW EXECUTE FUNCTION "count_comment"();
ALTER TABLE "papers" ADD CONSTRAINT "papers_local_comments_not_negative" CHECK ("local_comments" >= 0);
