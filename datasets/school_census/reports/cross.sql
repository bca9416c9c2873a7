-- title: Children who go to school in one authority and live in another
-- use-case: CROSS
-- needs: school_census.pupilonroll, ons_postcode.sector, gias.establishment
-- may: school_census.addresses, school_census.addressesonroll, school_census.fsmperiod, school_census.fsmperiodsonroll,
--   school_census.senneeds, school_census.termlysessiondetailsonroll, school_census.summerhalfterm2sessiondetailsonroll,
--   school_census.termlyexclusionsonroll
-- outputs: children, termly_attendance, summer_attendance, exclusions
-- files-by: home_la
-- rule: Pupils on roll whose first address lies in another authority than their school. The authority of an address is that of
--   its postcode sector, named by the number that schools of that authority bear; the authority of a school is the first
--   three characters of NativeId. A pupil whose address has no known authority is left out. home_la and home_la_name say
--   to whom a row is told; each such authority has files of its own, with no child of another in them. Beside a pupil stand the latest eligibility for free school meals that has not ended and the
--   needs of rank 1 and 2; attendance and exclusions are those of the same pupils, as in the regional report.

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

-- The number and the name that schools give for the authority of an area: the most frequent, should they differ.
CREATE TABLE authority AS
SELECT GSSLACode AS ONSAreaCode, LACode AS home_la, LAName AS home_la_name
FROM gias_establishment
WHERE GSSLACode IS NOT NULL AND regexp_full_match(LACode, '[0-9]{3}')
GROUP BY GSSLACode, LACode, LAName
QUALIFY row_number() OVER (PARTITION BY GSSLACode ORDER BY count(*) DESC, LACode, LAName) = 1;

CREATE TABLE living_elsewhere AS
SELECT NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid, upn, home_la, home_la_name, address.postcode
FROM school_census_pupilonroll
JOIN address USING (NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid)
JOIN ons_postcode_sector ON PostcodeSector = address.postcode
JOIN authority USING (ONSAreaCode)
WHERE home_la <> substr(NativeId, 1, 3);

CREATE TABLE children AS
SELECT home_la, home_la_name, pupil.*, living_elsewhere.postcode, fsmstartdate, fsmukcountry, sentype1, sentype2
FROM school_census_pupilonroll AS pupil
JOIN living_elsewhere USING (NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid)
LEFT JOIN free_meals USING (NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid)
LEFT JOIN needs USING (NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid)
ORDER BY home_la, LA, Year, Term, "Acad/LA", NativeId, pupilonrolltableid;

CREATE TABLE termly_attendance AS
SELECT home_la, home_la_name, upn, on_sessions.* FROM on_sessions JOIN living_elsewhere USING (NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid)
ORDER BY home_la, LA, Year, Term, "Acad/LA", NativeId, pupilonrolltableid;

CREATE TABLE summer_attendance AS
SELECT home_la, home_la_name, upn, summer_on_sessions.* FROM summer_on_sessions JOIN living_elsewhere USING (NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid)
ORDER BY home_la, LA, Year, Term, "Acad/LA", NativeId, pupilonrolltableid;

CREATE TABLE exclusions AS
SELECT home_la, home_la_name, upn, exclusion.* FROM school_census_termlyexclusionsonroll AS exclusion
JOIN living_elsewhere USING (NativeId, Year, Term, LA, "Acad/LA", pupilonrolltableid)
ORDER BY home_la, LA, Year, Term, "Acad/LA", NativeId, pupilonrolltableid, termlyexclusionsonrolltableid;
