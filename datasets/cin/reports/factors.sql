-- title: Factors found by assessments
-- use-case: PAN
-- needs: cin.cin
-- outputs: factors
-- rule: One row for each assessment that was authorised: a child, an authority and a day of authorisation. When several
--   returns tell of it, the row of the latest return counts. Behind it stands a column for each factor of the guides, in
--   their order, with 1 when the assessment found the factor and 0 when it did not. The columns are always the same,
--   whatever factors occur.

CREATE TYPE factor_code AS ENUM (SELECT code FROM codes WHERE dataset = 'cin' AND list = 'factor' ORDER BY place);

CREATE TABLE assessment AS
SELECT row_number() OVER (ORDER BY LA, LAchildID, AssessmentAuthorisationDate) AS place, *
FROM (
    SELECT *
    FROM cin_cin
    WHERE Type = 'AssessmentAuthorisationDate'
    QUALIFY row_number() OVER (
        PARTITION BY LA, LAchildID, AssessmentAuthorisationDate
        ORDER BY Year DESC, CINreferralDate DESC, AssessmentActualStartDate DESC, Factors, ReferralSource) = 1
);

-- An assessment without factors has one row without a code, so that it is counted with nothing but 0.
CREATE TABLE found AS
SELECT DISTINCT place, unnest(
    CASE WHEN trim(coalesce(Factors, '')) = '' THEN [NULL] ELSE string_split(Factors, ',') END) AS code
FROM assessment;

CREATE TABLE flagged AS
PIVOT (SELECT place, CAST(trim(code) AS factor_code) AS code FROM found)
ON code IN factor_code
USING count(*)
GROUP BY place;

CREATE TABLE factors AS
SELECT
    LAchildID, UPN, FormerUPN, UPNunknown, PersonBirthDate, ExpectedPersonBirthDate, GenderCurrent, PersonDeathDate,
    PersonSchoolYear, Ethnicity, Disabilities,
    CINreferralDate, ReferralSource, PrimaryNeedCode, CINclosureDate, ReasonForClosure, ReferralNFA,
    AssessmentActualStartDate, AssessmentInternalReviewDate, AssessmentAuthorisationDate, Factors, LA, Year,
    flagged.* EXCLUDE (place)
FROM assessment JOIN flagged USING (place)
ORDER BY place;
