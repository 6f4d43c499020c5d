-- CreateTable
CREATE TABLE "account_handover" (
    "id" UUID NOT NULL,
    "from_user_id" UUID NOT NULL,
    "from_name" TEXT NOT NULL,
    "to_user_id" UUID NOT NULL,
    "to_name" TEXT NOT NULL,
    "document_no" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "unit_path" TEXT NOT NULL,
    "items" JSONB NOT NULL,
    "closed" BOOLEAN NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_handover_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "account_handover_from_user_id_idx" ON "account_handover"("from_user_id");

-- CreateIndex
CREATE INDEX "account_handover_to_user_id_idx" ON "account_handover"("to_user_id");

-- What was handed over is not rewritten.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "account_handover" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
