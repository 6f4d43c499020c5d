-- CreateTable
CREATE TABLE "national_message" (
    "id" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "field" TEXT,
    "message" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL,
    "by_user_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "national_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "national_message_key_id_idx" ON "national_message"("key", "id");

-- What a refusal was read by is not rewritten.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "national_message" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
