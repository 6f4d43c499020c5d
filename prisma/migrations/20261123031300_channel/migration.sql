-- CreateTable
CREATE TABLE "connection_approval" (
    "id" BIGSERIAL NOT NULL,
    "profile_id" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "document_no" TEXT NOT NULL,
    "document_date" DATE NOT NULL,
    "by_user_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "connection_approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel_state" (
    "profile_id" TEXT NOT NULL,
    "openings" INTEGER NOT NULL DEFAULT 0,
    "open_until" TIMESTAMPTZ(3),
    "cause" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "last_answer_at" TIMESTAMPTZ(3),
    "certificate_until" TIMESTAMPTZ(3),

    CONSTRAINT "channel_state_pkey" PRIMARY KEY ("profile_id")
);

-- CreateIndex
CREATE INDEX "connection_approval_profile_id_id_idx" ON "connection_approval"("profile_id", "id");

-- What was approved is not rewritten.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "connection_approval" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
