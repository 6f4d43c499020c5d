-- CreateTable
CREATE TABLE "approver_rule" (
    "id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "unit_types" TEXT[],
    "categories" TEXT[],
    "managed" BOOLEAN,
    "own_record" BOOLEAN NOT NULL DEFAULT false,
    "place" TEXT NOT NULL,
    "unit_code" TEXT,
    "basis" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "by_user_id" UUID,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_by" TEXT,
    "end_reason" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "approver_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "month_opening" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "document_no" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE NOT NULL,
    "by_user_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "month_opening_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "approver_rule_valid_from_idx" ON "approver_rule"("valid_from");

-- CreateIndex
CREATE INDEX "month_opening_unit_id_valid_until_idx" ON "month_opening"("unit_id", "valid_until");

-- CreateIndex
CREATE INDEX "person_unit_id_person_category_managed_by_standing_committe_idx" ON "person"("unit_id", "person_category", "managed_by_standing_committee");

-- AddForeignKey
ALTER TABLE "month_opening" ADD CONSTRAINT "month_opening_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A row of the table is the law of its days: it may be ended, once, never rewritten or taken away.
CREATE FUNCTION only_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.ended_at IS NOT NULL
    OR to_jsonb(NEW) - '{valid_until,ended_by,end_reason,ended_at}'::text[]
      <> to_jsonb(OLD) - '{valid_until,ended_by,end_reason,ended_at}'::text[] THEN
    RAISE EXCEPTION 'a rule of approvers is ended, not changed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_ended BEFORE UPDATE OR DELETE ON "approver_rule" FOR EACH ROW EXECUTE FUNCTION only_ended();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "month_opening" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();

-- The rows of the regulation, as in lib/domain/approvers/regulation-rules.json.
INSERT INTO "approver_rule" ("id", "rank", "unit_types", "categories", "managed", "own_record", "place", "unit_code", "basis", "valid_from", "valid_until", "by_name") VALUES
  (gen_random_uuid(), 10, '{UBND_TINH,CQCM_TINH,VP_DDBQH_HDND,BQL_KKT,VP_ATGT,CHI_CUC,DVSN_UBND_TINH,DVSN_NGANH,DVSN_HUYEN,UBND_HUYEN,PHONG_HUYEN,UBND_XA,PHONG_XA,DVSN_XA}', '{CAN_BO,CONG_CHUC,VIEN_CHUC}', TRUE, FALSE, 'namedUnit', 'snv', 'Quy chế, Điều 11 khoản 5', '2024-01-01', NULL, 'Theo Quy chế'),
  (gen_random_uuid(), 20, '{DVSN_NGANH,DVSN_HUYEN}', '{VIEN_CHUC,LAO_DONG_HOP_DONG}', NULL, FALSE, 'ownUnit', NULL, 'Quy chế, Điều 11 khoản 3', '2024-01-01', NULL, 'Theo Quy chế'),
  (gen_random_uuid(), 30, '{UBND_HUYEN,PHONG_HUYEN,UBND_XA,DVSN_HUYEN}', '{CAN_BO,CONG_CHUC,VIEN_CHUC,LAO_DONG_HOP_DONG}', NULL, FALSE, 'district', NULL, 'Quy chế, Điều 11 khoản 4', '2024-01-01', '2025-06-30', 'Theo Quy chế'),
  (gen_random_uuid(), 40, '{CQCM_TINH,VP_DDBQH_HDND,BQL_KKT,VP_ATGT,CHI_CUC}', '{CONG_CHUC,VIEN_CHUC,LAO_DONG_HOP_DONG}', NULL, FALSE, 'department', NULL, 'Quy chế, Điều 11 khoản 1', '2024-01-01', NULL, 'Theo Quy chế'),
  (gen_random_uuid(), 50, '{DVSN_UBND_TINH}', '{VIEN_CHUC,LAO_DONG_HOP_DONG}', NULL, FALSE, 'ownUnit', NULL, 'Quy chế, Điều 11 khoản 2', '2024-01-01', NULL, 'Theo Quy chế'),
  (gen_random_uuid(), 60, '{UBND_XA,PHONG_XA}', '{CAN_BO,CONG_CHUC,VIEN_CHUC,LAO_DONG_HOP_DONG}', NULL, FALSE, 'commune', NULL, 'Cấu hình: Quy chế, Điều 11 khoản 4 từ khi không còn cấp huyện', '2025-07-01', NULL, 'Theo Quy chế'),
  (gen_random_uuid(), 70, '{DVSN_XA}', '{VIEN_CHUC,LAO_DONG_HOP_DONG}', NULL, FALSE, 'ownUnit', NULL, 'Cấu hình: Quy chế, Điều 11 khoản 3 từ khi không còn cấp huyện', '2025-07-01', NULL, 'Theo Quy chế'),
  (gen_random_uuid(), 90, '{}', '{}', NULL, TRUE, 'managingUnit', NULL, 'Cấu hình: không ai duyệt hồ sơ của mình (Quy chế, Điều 11 không nêu)', '2024-01-01', NULL, 'Theo Quy chế');
