-- title: What referrals led to
-- use-case: PAN
-- needs: cin.cin
-- outputs: referrals
-- rule: One row for each referral: a child, an authority and a day of referral. When several returns tell of it, the row of
--   the latest return counts. Beside it stand the first assessment (section 17) and the first inquiry (section 47) of the
--   same referral that began on its day or within 30 days behind it, and the days until then. The outcome is NFA when there
--   is neither, S17, S47, or BOTH. The age counts years of 365 days, to the birth date as it is published.

-- The longest time from a referral to what it led to.
CREATE MACRO days_to_outcome() AS 30;

CREATE TABLE started AS
SELECT LA, LAchildID, CINreferralDate, 'S17' AS kind, AssessmentActualStartDate AS day
FROM cin_cin WHERE Type = 'AssessmentActualStartDate'
UNION ALL
SELECT LA, LAchildID, CINreferralDate, 'S47', S47ActualStartDate
FROM cin_cin WHERE Type = 'S47ActualStartDate';

CREATE TABLE outcome AS
SELECT LA, LAchildID, CINreferralDate,
    min(day) FILTER (kind = 'S17') AS s17,
    min(day) FILTER (kind = 'S47') AS s47
FROM started
WHERE day - CINreferralDate BETWEEN 0 AND days_to_outcome()
GROUP BY ALL;

CREATE TABLE referral AS
SELECT *
FROM cin_cin
WHERE Type = 'CINreferralDate'
QUALIFY row_number() OVER (
    PARTITION BY LA, LAchildID, CINreferralDate
    ORDER BY Year DESC, ReferralSource, PrimaryNeedCode, CINclosureDate, ReferralNFA) = 1;

CREATE TABLE referrals AS
SELECT
    LAchildID, CINreferralDate, ReferralSource, PrimaryNeedCode, CINclosureDate, ReasonForClosure, DateOfInitialCPC,
    ReferralNFA, UPN, FormerUPN, UPNunknown, PersonBirthDate, ExpectedPersonBirthDate, GenderCurrent, PersonDeathDate,
    PersonSchoolYear, Ethnicity, Disabilities, LA, Year,
    s17 AS AssessmentActualStartDate,
    s17 - CINreferralDate AS days_to_s17,
    s47 AS S47ActualStartDate,
    s47 - CINreferralDate AS days_to_s47,
    CASE
        WHEN s17 IS NULL AND s47 IS NULL THEN 'NFA'
        WHEN s47 IS NULL THEN 'S17'
        WHEN s17 IS NULL THEN 'S47'
        ELSE 'BOTH'
    END AS referral_outcome,
    CAST(floor((CINreferralDate - PersonBirthDate) / 365) AS INTEGER) AS "Age at referral"
FROM referral LEFT JOIN outcome USING (LA, LAchildID, CINreferralDate)
ORDER BY LA, LAchildID, CINreferralDate;
