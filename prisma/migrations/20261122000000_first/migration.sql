-- CreateEnum
CREATE TYPE "BatchKind" AS ENUM ('monthly', 'adHoc');

-- CreateEnum
CREATE TYPE "BatchState" AS ENUM ('frozen', 'waitingForRevocationCheck', 'approved', 'cancelled');

-- CreateEnum
CREATE TYPE "ApprovalItemKind" AS ENUM ('added', 'changed', 'unchanged');

-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('waiting', 'sending', 'accepted', 'refused', 'parked', 'superseded', 'excluded', 'held');

-- CreateEnum
CREATE TYPE "SubmissionState" AS ENUM ('submitted', 'returned', 'checked', 'frozen', 'approved', 'superseded');

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "must_change_password" BOOLEAN NOT NULL DEFAULT true,
    "password_changed_at" TIMESTAMPTZ(3),
    "failed_attempts" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "first_sign_in_at" TIMESTAMPTZ(3),
    "last_sign_in_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "address" TEXT,
    "agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "id" BIGSERIAL NOT NULL,
    "username" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "accepted" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "granted_by" UUID,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval_batch" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "kind" "BatchKind" NOT NULL,
    "period" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "reason" TEXT,
    "state" "BatchState" NOT NULL DEFAULT 'frozen',
    "manifest" TEXT NOT NULL,
    "manifest_sha256" TEXT NOT NULL,
    "root" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "excluded" JSONB NOT NULL DEFAULT '[]',
    "prepared_pdf" BYTEA,
    "prepared_sha256" TEXT,
    "gap" JSONB,
    "attributes" BYTEA,
    "certificate_id" UUID,
    "signed_pdf" BYTEA,
    "signed_at" TIMESTAMPTZ(3),
    "verdict" JSONB,
    "prepared_by_id" UUID NOT NULL,
    "approver_id" UUID,
    "approver_name" TEXT,
    "previous_batch_id" UUID,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "approval_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval_item" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "leaf" TEXT NOT NULL,
    "kind" "ApprovalItemKind" NOT NULL,

    CONSTRAINT "approval_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signer_certificate" (
    "id" UUID NOT NULL,
    "user_id" UUID,
    "unit_id" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "serial" TEXT NOT NULL,
    "der" BYTEA NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3) NOT NULL,
    "registered_by_id" UUID,
    "registered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "signer_certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "action" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "subject_type" TEXT,
    "subject_id" TEXT,
    "subject_name" TEXT,
    "unit_path" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "address" TEXT,
    "session_id" UUID,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cv" (
    "record_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "person_category" TEXT,
    "employment_status" TEXT,
    "managed_by_standing_committee" BOOLEAN,
    "managing_authority" TEXT,
    "managing_authority_name" TEXT,
    "employing_unit" TEXT,
    "employing_unit_name" TEXT,
    "staff_number" TEXT,
    "national_staff_id" TEXT,
    "email_official" TEXT,
    "has_social_insurance" BOOLEAN,
    "has_health_insurance_card" BOOLEAN,
    "full_name" TEXT,
    "gender" TEXT,
    "other_names" TEXT,
    "date_of_birth" TEXT,
    "date_of_birth_sort" DATE,
    "place_of_birth" TEXT,
    "place_of_birth_code" TEXT,
    "place_of_birth_list_valid_from" DATE,
    "native_place" TEXT,
    "native_place_code" TEXT,
    "native_place_list_valid_from" DATE,
    "ethnicity" TEXT,
    "religion" TEXT,
    "citizen_id" TEXT,
    "citizen_id_issued_on" DATE,
    "phone" TEXT,
    "social_insurance_no" TEXT,
    "health_insurance_card_no" TEXT,
    "current_address" TEXT,
    "current_address_code" TEXT,
    "current_address_list_valid_from" DATE,
    "family_class_origin" TEXT,
    "old_identity_no" TEXT,
    "permanent_address" TEXT,
    "permanent_address_code" TEXT,
    "permanent_address_list_valid_from" DATE,
    "is_party_member" BOOLEAN,
    "is_official_party_member" BOOLEAN,
    "served_in_forces" BOOLEAN,
    "was_discharged" BOOLEAN,
    "prior_occupation" TEXT,
    "first_recruited_on" DATE,
    "recruiting_agency" TEXT,
    "current_unit_joined_on" DATE,
    "party_joined_on" DATE,
    "party_official_on" DATE,
    "first_sociopolitical_org_joined_on" TEXT,
    "first_sociopolitical_org_joined_on_sort" DATE,
    "enlisted_on" TEXT,
    "enlisted_on_sort" DATE,
    "discharged_on" TEXT,
    "discharged_on_sort" DATE,
    "highest_military_rank" TEXT,
    "policy_category" TEXT[],
    "recruitment_method" TEXT,
    "contract_type" TEXT,
    "contract_no" TEXT,
    "contract_period_from" TEXT,
    "contract_period_to" TEXT,
    "contract_period_from_sort" DATE,
    "contract_period_to_sort" DATE,
    "general_education_level" TEXT,
    "highest_qualification" TEXT,
    "academic_title" TEXT,
    "state_title" TEXT[],
    "holds_position" BOOLEAN,
    "current_position" TEXT,
    "position_appointed_on" DATE,
    "position_reappointed_on" DATE,
    "planned_position" TEXT[],
    "concurrent_position" TEXT[],
    "party_position" TEXT,
    "concurrent_party_position" TEXT[],
    "main_duty" TEXT,
    "work_strength" TEXT,
    "longest_job" TEXT,
    "rank" TEXT,
    "rank_code" TEXT,
    "rank_appointed_on" DATE,
    "salary_step" INTEGER,
    "salary_coefficient" DECIMAL(14,3),
    "salary_effective_on" DATE,
    "salary_percent" DECIMAL(14,3),
    "over_scale_percent" INTEGER,
    "over_scale_effective_on" DATE,
    "position_allowance" DECIMAL(14,3),
    "concurrent_allowance" DECIMAL(14,3),
    "other_allowance" TEXT,
    "job_position" TEXT,
    "job_position_code" TEXT,
    "job_salary_step" INTEGER,
    "job_salary_amount" BIGINT,
    "job_salary_effective_on" DATE,
    "job_salary_percent" DECIMAL(14,3),
    "job_over_scale_percent" INTEGER,
    "job_over_scale_effective_on" DATE,
    "health_status" TEXT,
    "height_cm" INTEGER,
    "weight_kg" DECIMAL(14,3),
    "blood_type" TEXT,
    "lived_under_old_regime" BOOLEAN,
    "has_foreign_relations" BOOLEAN,
    "arrest_history" TEXT,
    "income_salary" BIGINT,
    "income_other" BIGINT,

    CONSTRAINT "cv_pkey" PRIMARY KEY ("record_id")
);

-- CreateTable
CREATE TABLE "cv_trainings" (
    "record_id" UUID NOT NULL,
    "row_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT,
    "training_period_from" TEXT,
    "training_period_to" TEXT,
    "training_period_from_sort" DATE,
    "training_period_to_sort" DATE,
    "training_institution" TEXT,
    "training_major" TEXT,
    "training_mode" TEXT,
    "training_credential" TEXT,
    "training_language" TEXT,
    "training_score" TEXT,
    "credential_no" TEXT,
    "issued_on" DATE,

    CONSTRAINT "cv_trainings_pkey" PRIMARY KEY ("record_id","row_id")
);

-- CreateTable
CREATE TABLE "cv_work_history" (
    "record_id" UUID NOT NULL,
    "row_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT,
    "work_period_from" TEXT,
    "work_period_to" TEXT,
    "work_period_from_sort" DATE,
    "work_period_to_sort" DATE,
    "work_unit" TEXT,
    "work_position" TEXT,
    "decision_no" TEXT,
    "decision_date" DATE,

    CONSTRAINT "cv_work_history_pkey" PRIMARY KEY ("record_id","row_id")
);

-- CreateTable
CREATE TABLE "cv_special_history" (
    "record_id" UUID NOT NULL,
    "row_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT,
    "special_history_period_from" TEXT,
    "special_history_period_to" TEXT,
    "special_history_period_from_sort" DATE,
    "special_history_period_to_sort" DATE,
    "special_history_detail" TEXT,

    CONSTRAINT "cv_special_history_pkey" PRIMARY KEY ("record_id","row_id")
);

-- CreateTable
CREATE TABLE "cv_rewards" (
    "record_id" UUID NOT NULL,
    "row_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT,
    "reward_year" INTEGER,
    "professional_rating" TEXT,
    "emulation_title" TEXT,
    "reward_form" TEXT,
    "decision_no" TEXT,
    "decision_date" DATE,

    CONSTRAINT "cv_rewards_pkey" PRIMARY KEY ("record_id","row_id")
);

-- CreateTable
CREATE TABLE "cv_disciplines" (
    "record_id" UUID NOT NULL,
    "row_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT,
    "discipline_period_from" TEXT,
    "discipline_period_to" TEXT,
    "discipline_period_from_sort" DATE,
    "discipline_period_to_sort" DATE,
    "discipline_form" TEXT,
    "discipline_reason" TEXT,
    "discipline_authority" TEXT,
    "decision_no" TEXT,
    "decision_date" DATE,

    CONSTRAINT "cv_disciplines_pkey" PRIMARY KEY ("record_id","row_id")
);

-- CreateTable
CREATE TABLE "cv_family" (
    "record_id" UUID NOT NULL,
    "row_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT,
    "family_relation" TEXT,
    "family_name" TEXT,
    "family_birth_year" INTEGER,
    "family_detail" TEXT,

    CONSTRAINT "cv_family_pkey" PRIMARY KEY ("record_id","row_id")
);

-- CreateTable
CREATE TABLE "cv_salary_history" (
    "record_id" UUID NOT NULL,
    "row_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT,
    "salary_history_period_from" TEXT,
    "salary_history_period_to" TEXT,
    "salary_history_period_from_sort" DATE,
    "salary_history_period_to_sort" DATE,
    "salary_history_rank_code" TEXT,
    "salary_history_step" INTEGER,
    "salary_history_coefficient" DECIMAL(14,3),
    "salary_history_amount" BIGINT,
    "decision_no" TEXT,
    "decision_date" DATE,

    CONSTRAINT "cv_salary_history_pkey" PRIMARY KEY ("record_id","row_id")
);

-- CreateTable
CREATE TABLE "cv_allowances" (
    "record_id" UUID NOT NULL,
    "row_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT,
    "allowance_period_from" TEXT,
    "allowance_period_to" TEXT,
    "allowance_period_from_sort" DATE,
    "allowance_period_to_sort" DATE,
    "allowance_type" TEXT,
    "allowance_percent" DECIMAL(14,3),
    "allowance_coefficient" DECIMAL(14,3),
    "allowance_basis" TEXT,
    "allowance_amount" BIGINT,
    "decision_no" TEXT,

    CONSTRAINT "cv_allowances_pkey" PRIMARY KEY ("record_id","row_id")
);

-- CreateTable
CREATE TABLE "cv_housing_land" (
    "record_id" UUID NOT NULL,
    "row_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT,
    "asset_type" TEXT,
    "asset_area_m2" DECIMAL(14,3),
    "asset_certificate" TEXT,

    CONSTRAINT "cv_housing_land_pkey" PRIMARY KEY ("record_id","row_id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" BIGSERIAL NOT NULL,
    "record_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "person_key" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "state" "DeliveryState" NOT NULL DEFAULT 'waiting',
    "reason_code" TEXT,
    "errors" JSONB NOT NULL DEFAULT '[]',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_at" TIMESTAMPTZ(3),
    "claimed_by" TEXT,
    "transaction_id" TEXT,
    "payload_sha256" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_attempt" (
    "id" BIGSERIAL NOT NULL,
    "delivery_id" BIGINT NOT NULL,
    "number" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "http_status" INTEGER,
    "answer" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delivery_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_beat" (
    "name" TEXT NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_beat_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "agency_code" TEXT,
    "name" TEXT COLLATE "vi-x-icu" NOT NULL,
    "search_name" TEXT NOT NULL,
    "type_code" TEXT NOT NULL,
    "parent_id" UUID,
    "path" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_version" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type_code" TEXT NOT NULL,
    "parent_id" UUID,
    "agency_code" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "basis" TEXT,

    CONSTRAINT "unit_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "citizen_id" TEXT NOT NULL,
    "full_name" TEXT COLLATE "vi-x-icu" NOT NULL,
    "search_name" TEXT NOT NULL,
    "date_of_birth" TEXT,
    "unit_id" UUID NOT NULL,
    "person_category" TEXT NOT NULL,
    "employment_status" TEXT NOT NULL,
    "managed_by_standing_committee" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "posting" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,

    CONSTRAINT "posting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "draft" JSONB NOT NULL,
    "section_versions" JSONB NOT NULL DEFAULT '{}',
    "catalogue_version" INTEGER NOT NULL DEFAULT 1,
    "revision_count" INTEGER NOT NULL DEFAULT 0,
    "approved_revision_id" UUID,
    "filled" INTEGER NOT NULL DEFAULT 0,
    "missing" INTEGER NOT NULL DEFAULT 0,
    "has_unsent" BOOLEAN NOT NULL DEFAULT false,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft_change" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "by_user_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "changes" JSONB NOT NULL,
    "salt" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "catalogue_version" INTEGER NOT NULL,
    "declaration" TEXT NOT NULL,
    "by_user_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "state" "SubmissionState" NOT NULL DEFAULT 'submitted',
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "returned" JSONB NOT NULL DEFAULT '[]',
    "decided_by_id" UUID,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_account_username_key" ON "user_account"("username");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_person_id_key" ON "user_account"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_attempt_address_at_idx" ON "sign_in_attempt"("address", "at");

-- CreateIndex
CREATE INDEX "role_grant_user_id_idx" ON "role_grant"("user_id");

-- CreateIndex
CREATE INDEX "role_grant_unit_id_role_idx" ON "role_grant"("unit_id", "role");

-- CreateIndex
CREATE INDEX "approval_batch_state_idx" ON "approval_batch"("state");

-- CreateIndex
CREATE UNIQUE INDEX "approval_batch_unit_id_period_number_key" ON "approval_batch"("unit_id", "period", "number");

-- CreateIndex
CREATE INDEX "approval_item_revision_id_idx" ON "approval_item"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "approval_item_batch_id_record_id_key" ON "approval_item"("batch_id", "record_id");

-- CreateIndex
CREATE UNIQUE INDEX "signer_certificate_fingerprint_key" ON "signer_certificate"("fingerprint");

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_at_idx" ON "audit_event"("actor_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_subject_type_subject_id_idx" ON "audit_event"("subject_type", "subject_id");

-- CreateIndex
CREATE INDEX "audit_event_action_at_idx" ON "audit_event"("action", "at");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_revision_id_key" ON "delivery"("revision_id");

-- CreateIndex
CREATE INDEX "delivery_state_due_at_idx" ON "delivery"("state", "due_at");

-- CreateIndex
CREATE INDEX "delivery_record_id_version_idx" ON "delivery"("record_id", "version");

-- CreateIndex
CREATE INDEX "delivery_unit_id_state_idx" ON "delivery"("unit_id", "state");

-- CreateIndex
CREATE INDEX "delivery_attempt_delivery_id_idx" ON "delivery_attempt"("delivery_id");

-- CreateIndex
CREATE UNIQUE INDEX "unit_code_key" ON "unit"("code");

-- CreateIndex
CREATE UNIQUE INDEX "unit_agency_code_key" ON "unit"("agency_code");

-- CreateIndex
CREATE UNIQUE INDEX "unit_path_key" ON "unit"("path");

-- CreateIndex
CREATE INDEX "unit_parent_id_idx" ON "unit"("parent_id");

-- CreateIndex
CREATE INDEX "unit_version_unit_id_valid_from_idx" ON "unit_version"("unit_id", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "person_citizen_id_key" ON "person"("citizen_id");

-- CreateIndex
CREATE INDEX "person_unit_id_search_name_idx" ON "person"("unit_id", "search_name");

-- CreateIndex
CREATE INDEX "person_search_name_idx" ON "person"("search_name");

-- CreateIndex
CREATE INDEX "posting_person_id_valid_from_idx" ON "posting"("person_id", "valid_from");

-- CreateIndex
CREATE INDEX "posting_unit_id_idx" ON "posting"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "record_person_id_key" ON "record"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "record_approved_revision_id_key" ON "record"("approved_revision_id");

-- CreateIndex
CREATE INDEX "draft_change_record_id_last_at_idx" ON "draft_change"("record_id", "last_at");

-- CreateIndex
CREATE UNIQUE INDEX "revision_record_id_version_key" ON "revision"("record_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "submission_revision_id_key" ON "submission"("revision_id");

-- CreateIndex
CREATE INDEX "submission_record_id_submitted_at_idx" ON "submission"("record_id", "submitted_at");

-- CreateIndex
CREATE INDEX "submission_state_idx" ON "submission"("state");

-- AddForeignKey
ALTER TABLE "user_account" ADD CONSTRAINT "user_account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_batch" ADD CONSTRAINT "approval_batch_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_batch" ADD CONSTRAINT "approval_batch_certificate_id_fkey" FOREIGN KEY ("certificate_id") REFERENCES "signer_certificate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_item" ADD CONSTRAINT "approval_item_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "approval_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_item" ADD CONSTRAINT "approval_item_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signer_certificate" ADD CONSTRAINT "signer_certificate_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signer_certificate" ADD CONSTRAINT "signer_certificate_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cv" ADD CONSTRAINT "cv_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cv_trainings" ADD CONSTRAINT "cv_trainings_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "cv"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cv_work_history" ADD CONSTRAINT "cv_work_history_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "cv"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cv_special_history" ADD CONSTRAINT "cv_special_history_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "cv"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cv_rewards" ADD CONSTRAINT "cv_rewards_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "cv"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cv_disciplines" ADD CONSTRAINT "cv_disciplines_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "cv"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cv_family" ADD CONSTRAINT "cv_family_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "cv"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cv_salary_history" ADD CONSTRAINT "cv_salary_history_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "cv"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cv_allowances" ADD CONSTRAINT "cv_allowances_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "cv"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cv_housing_land" ADD CONSTRAINT "cv_housing_land_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "cv"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_attempt" ADD CONSTRAINT "delivery_attempt_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "delivery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_version" ADD CONSTRAINT "unit_version_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record" ADD CONSTRAINT "record_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record" ADD CONSTRAINT "record_approved_revision_id_fkey" FOREIGN KEY ("approved_revision_id") REFERENCES "revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_change" ADD CONSTRAINT "draft_change_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

-- Prefix and subtree filters, whatever the collation of the database.
CREATE INDEX "unit_path_prefix" ON "unit" ("path" text_pattern_ops);
CREATE INDEX "person_search_prefix" ON "person" ("search_name" text_pattern_ops);
CREATE INDEX "person_citizen_prefix" ON "person" ("citizen_id" text_pattern_ops);
CREATE INDEX "audit_event_unit_prefix" ON "audit_event" ("unit_path" text_pattern_ops);

-- One open submission per record; one frozen batch per unit.
CREATE UNIQUE INDEX "submission_one_open" ON "submission" ("record_id") WHERE "state" IN ('submitted', 'checked', 'frozen');
CREATE UNIQUE INDEX "approval_batch_one_open" ON "approval_batch" ("unit_id") WHERE "state" IN ('frozen', 'waitingForRevocationCheck');

-- Append-only, below the application.
CREATE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "revision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "delivery_attempt" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
