-- Numbers no two people share (fields 3, 4, 13 and 16 of the form): no two working copies hold the same.
CREATE UNIQUE INDEX "record_number_citizen_id" ON "record" ((draft -> 'identity' ->> 'citizen_id'));
CREATE UNIQUE INDEX "record_number_social_insurance_no" ON "record" ((draft -> 'identity' ->> 'social_insurance_no'));
CREATE UNIQUE INDEX "record_number_staff_number" ON "record" ((draft -> 'agency' ->> 'staff_number'));
CREATE UNIQUE INDEX "record_number_national_staff_id" ON "record" ((draft -> 'agency' ->> 'national_staff_id'));
