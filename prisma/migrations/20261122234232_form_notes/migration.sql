-- What the form asks to be written beside an answer (year of a title, reason of a percentage …), and how contract
-- workers are paid. The day of first recruitment may be a month in papers from before 1995: text, with a day to sort by.
ALTER TABLE "cv" ADD COLUMN     "concurrent_allowance_basis" TEXT,
ADD COLUMN     "first_recruited_on_sort" DATE,
ADD COLUMN     "first_sociopolitical_org" TEXT,
ADD COLUMN     "income_other_note" TEXT,
ADD COLUMN     "paid_by_scale" BOOLEAN,
ADD COLUMN     "planned_position_period" TEXT,
ADD COLUMN     "salary_percent_note" TEXT,
ADD COLUMN     "state_title_years" TEXT,
ALTER COLUMN "first_recruited_on" SET DATA TYPE TEXT USING to_char("first_recruited_on", 'YYYY-MM-DD');
UPDATE "cv" SET "first_recruited_on_sort" = "first_recruited_on"::date;

ALTER TABLE "cv_rewards" ADD COLUMN     "decision_authority" TEXT;
