-- CreateTable
CREATE TABLE "view_purpose" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "purpose" TEXT NOT NULL,
    "sensitive" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "view_purpose_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "view_purpose_user_id_record_id_day_idx" ON "view_purpose"("user_id", "record_id", "day");

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "view_purpose" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
