-- title: Pupils, attendance and exclusions
-- use-case: REGION
-- needs: school_census.pupilonroll
-- may: school_census.addresses, school_census.addressesonroll, school_census.addressesoffroll, school_census.fsmperiod,
--   school_census.fsmperiodsonroll, school_census.senneeds, school_census.pupilnolongeronroll,
--   school_census.termlysessiondetailsonroll, school_census.termlysessiondetailsoffroll,
--   school_census.summerhalfterm2sessiondetailsonroll, school_census.summerhalfterm2sessiondetailsoffroll,
--   school_census.termlyexclusionsonroll, school_census.termlyexclusionsoffroll
-- outputs: onroll_children, onroll_termly_attendance, onroll_summer_attendance, onroll_exclusions, offroll_children,
--   offroll_termly_attendance, offroll_summer_attendance, offroll_exclusions
-- rule: Pupils on roll and pupils no longer on roll, each once for a return. Beside a pupil stand the first address, the latest
--   eligibility for free school meals that has not ended, and the needs of rank 1 and 2. Attendance has a row for each
--   pupil of whom sessions are told, with the sum of the sessions in a column for each reason, and one for sessions
--   without a reason; summer is the second half of the summer term. Exclusions have a row each. All are joined by the row
--   of the pupil, the school, the year, the term, the authority and the type of school; no pupil is counted twice.

-- What tells a pupil of one return from all others: the row it has in the return of a school's authority, for a term.
CREATE TABLE reason_code AS
SELECT DISTINCT code FROM codes WHERE dataset = 'school_census' AND list LIKE 'attendancereason%';

CREATE TYPE reason_column AS ENUM (
    SELECT name FROM (
        SELECT 'attendancereason ' || code AS name, 0 AS last FROM reason_code UNION ALL SELECT 'attendancereason BLANK', 1)
    ORDER BY last, name);

-- The first address of each pupil.
CREATE TABLE address AS
SELECT NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid, postcode
FROM (
    SELECT NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid, postcode, addressesorderseqcolumn AS place
    FROM school_census_addresses
    UNION ALL
    SELECT NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid, postcode, addressesonrollorderseqcolumn
    FROM school_census_addressesonroll
)
QUALIFY row_number() OVER (
    PARTITION BY NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid
    ORDER BY TRY_CAST(place AS BIGINT), place, postcode) = 1;

-- The latest eligibility for free school meals that has not ended.
CREATE TABLE free_meals AS
SELECT NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid, fsmstartdate, ukcountry AS fsmukcountry
FROM (
    SELECT NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid, fsmstartdate, fsmenddate, ukcountry
    FROM school_census_fsmperiod
    UNION ALL
    SELECT NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid, fsmstartdate, fsmenddate, ukcountry
    FROM school_census_fsmperiodsonroll
)
WHERE fsmenddate IS NULL
QUALIFY row_number() OVER (
    PARTITION BY NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid ORDER BY fsmstartdate DESC, ukcountry) = 1;

-- The first and the second need.
CREATE TABLE needs AS
SELECT NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid,
    min(sentype) FILTER (sentyperank = 1) AS sentype1,
    min(sentype) FILTER (sentyperank = 2) AS sentype2
FROM school_census_senneeds
GROUP BY ALL;

-- The first address of each pupil who has left.
CREATE TABLE former_address AS
SELECT NativeId, Year, Term, LA, "Acad/LA", pupilnolongeronrolltableid, postcode
FROM school_census_addressesoffroll
QUALIFY row_number() OVER (
    PARTITION BY NativeId, Year, Term, LA, "Acad/LA", pupilnolongeronrolltableid
    ORDER BY TRY_CAST(addressesoffrollorderseqcolumn AS BIGINT), addressesoffrollorderseqcolumn, postcode) = 1;

CREATE TABLE on_sessions AS
PIVOT (
    SELECT NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid, absencesessions,
        CAST('attendancereason ' || coalesce(attendancereason, 'BLANK') AS reason_column) AS reason
    FROM school_census_termlysessiondetailsonroll
)
ON reason IN reason_column
USING sum(absencesessions)
GROUP BY NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid;

CREATE TABLE summer_on_sessions AS
PIVOT (
    SELECT NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid, absencesessions,
        CAST('attendancereason ' || coalesce(attendancereason, 'BLANK') AS reason_column) AS reason
    FROM school_census_summerhalfterm2sessiondetailsonroll
)
ON reason IN reason_column
USING sum(absencesessions)
GROUP BY NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid;

CREATE TABLE off_sessions AS
PIVOT (
    SELECT NativeId, Year, Term, LA, "Acad/LA", pupilnolongeronrolltableid, absencesessions,
        CAST('attendancereason ' || coalesce(attendancereason, 'BLANK') AS reason_column) AS reason
    FROM school_census_termlysessiondetailsoffroll
)
ON reason IN reason_column
USING sum(absencesessions)
GROUP BY NativeId, Year, Term, LA, "Acad/LA", pupilnolongeronrolltableid;

CREATE TABLE summer_off_sessions AS
PIVOT (
    SELECT NativeId, Year, Term, LA, "Acad/LA", pupilnolongeronrolltableid, absencesessions,
        CAST('attendancereason ' || coalesce(attendancereason, 'BLANK') AS reason_column) AS reason
    FROM school_census_summerhalfterm2sessiondetailsoffroll
)
ON reason IN reason_column
USING sum(absencesessions)
GROUP BY NativeId, Year, Term, LA, "Acad/LA", pupilnolongeronrolltableid;

CREATE TABLE onroll_children AS
SELECT pupil.*, postcode, fsmstartdate, fsmukcountry, sentype1, sentype2
FROM school_census_pupilonroll AS pupil
LEFT JOIN address USING (NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid)
LEFT JOIN free_meals USING (NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid)
LEFT JOIN needs USING (NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid)
ORDER BY LA, Year, Term, "Acad/LA", NativeId, pupilonrolltableid;

CREATE TABLE offroll_children AS
SELECT pupil.*, postcode
FROM school_census_pupilnolongeronroll AS pupil
LEFT JOIN former_address USING (NativeId, Year, Term, LA, "Acad/LA", pupilnolongeronrolltableid)
ORDER BY LA, Year, Term, "Acad/LA", NativeId, pupilnolongeronrolltableid;

CREATE TABLE onroll_termly_attendance AS
SELECT upn, on_sessions.* FROM on_sessions JOIN school_census_pupilonroll USING (NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid)
ORDER BY LA, Year, Term, "Acad/LA", NativeId, pupilonrolltableid;

CREATE TABLE onroll_summer_attendance AS
SELECT upn, summer_on_sessions.* FROM summer_on_sessions JOIN school_census_pupilonroll USING (NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid)
ORDER BY LA, Year, Term, "Acad/LA", NativeId, pupilonrolltableid;

CREATE TABLE onroll_exclusions AS
SELECT upn, exclusion.* FROM school_census_termlyexclusionsonroll AS exclusion JOIN school_census_pupilonroll USING (NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid)
ORDER BY LA, Year, Term, "Acad/LA", NativeId, pupilonrolltableid, termlyexclusionsonrolltableid;

CREATE TABLE offroll_termly_attendance AS
SELECT upn, off_sessions.* FROM off_sessions JOIN school_census_pupilnolongeronroll USING (NativeId, Year, Term, LA, "Acad/LA", pupilnolongeronrolltableid)
ORDER BY LA, Year, Term, "Acad/LA", NativeId, pupilnolongeronrolltableid;

CREATE TABLE offroll_summer_attendance AS
SELECT upn, summer_off_sessions.* FROM summer_off_sessions JOIN school_census_pupilnolongeronroll USING (NativeId, Year, Term, LA, "Acad/LA", pupilnolongeronrolltableid)
ORDER BY LA, Year, Term, "Acad/LA", NativeId, pupilnolongeronrolltableid;

CREATE TABLE offroll_exclusions AS
SELECT upn, exclusion.* FROM school_census_termlyexclusionsoffroll AS exclusion
JOIN school_census_pupilnolongeronroll USING (NativeId, Year, Term, LA, "Acad/LA", pupilnolongeronrolltableid)
ORDER BY LA, Year, Term, "Acad/LA", NativeId, pupilnolongeronrolltableid, termlyexclusionsoffrolltableid;
