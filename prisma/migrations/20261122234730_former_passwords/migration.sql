-- The count of wrong tries was never used: sign_in_attempt has each of them.
ALTER TABLE "user_account" DROP COLUMN "failed_attempts";

-- CreateTable
CREATE TABLE "former_password" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "former_password_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "former_password_user_id_replaced_at_idx" ON "former_password"("user_id", "replaced_at");

-- AddForeignKey
ALTER TABLE "former_password" ADD CONSTRAINT "former_password_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
