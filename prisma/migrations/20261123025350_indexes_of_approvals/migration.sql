-- CreateIndex
CREATE INDEX "approval_item_record_id_idx" ON "approval_item"("record_id");

-- CreateIndex
CREATE INDEX "signer_certificate_user_id_idx" ON "signer_certificate"("user_id");

-- CreateIndex
CREATE INDEX "signer_certificate_unit_id_idx" ON "signer_certificate"("unit_id");
