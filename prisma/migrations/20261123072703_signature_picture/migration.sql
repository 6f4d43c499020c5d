-- CreateTable
CREATE TABLE "signature_picture" (
    "id" UUID NOT NULL,
    "user_id" UUID,
    "unit_id" UUID,
    "sha256" TEXT,
    "set_by_id" UUID NOT NULL,
    "set_by" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signature_picture_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "signature_picture_user_id_set_at_idx" ON "signature_picture"("user_id", "set_at");

-- CreateIndex
CREATE INDEX "signature_picture_unit_id_set_at_idx" ON "signature_picture"("unit_id", "set_at");

-- AddForeignKey
ALTER TABLE "signature_picture" ADD CONSTRAINT "signature_picture_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature_picture" ADD CONSTRAINT "signature_picture_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "signature_picture" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
