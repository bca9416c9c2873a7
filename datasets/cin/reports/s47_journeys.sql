-- title: Journeys from inquiries under section 47
-- use-case: PAN
-- needs: cin.cin
-- outputs: s47_journeys
-- rule: One row for each inquiry: a child, an authority and the day it began. When several returns tell of it, the row of the
--   latest return counts. Beside it stands the child's first protection plan that began within 45 days behind the inquiry's
--   initial conference or within 60 days behind the inquiry. Its destination is the conference; without one the plan; without
--   either it is too recent to tell in the last 60 days of the year of its return, and otherwise there is none. Each inquiry
--   with a conference has a second row, behind all first ones, from the conference on: to the plan, too recent to tell
--   in the last 45 days of that year, or to none. The age counts years of 365 days, to the birth date as it is published.

-- The longest time from an initial conference to a plan, and from an inquiry to a plan.
CREATE MACRO days_icpc_to_cpp() AS 45;
CREATE MACRO days_s47_to_cpp() AS 60;

CREATE TABLE inquiry AS
SELECT
    *,
    make_date(Year, 3, 31) AS cin_census_close,
    make_date(Year, 3, 31) - days_s47_to_cpp() AS s47_max_date,
    make_date(Year, 3, 31) - days_icpc_to_cpp() AS icpc_max_date
FROM cin_cin
WHERE Type = 'S47ActualStartDate'
QUALIFY row_number() OVER (
    PARTITION BY LA, LAchildID, S47ActualStartDate
    ORDER BY Year DESC, CINreferralDate DESC, DateOfInitialCPC, InitialCPCtarget, ICPCnotRequired, ReferralSource) = 1;

CREATE TABLE planned AS
SELECT inquiry.LA, inquiry.LAchildID, inquiry.S47ActualStartDate, min(plan.CPPstartDate) AS start
FROM inquiry
JOIN (SELECT DISTINCT LA, LAchildID, CPPstartDate FROM cin_cin WHERE Type = 'CPPstartDate') AS plan USING (LA, LAchildID)
WHERE plan.CPPstartDate - inquiry.DateOfInitialCPC BETWEEN 0 AND days_icpc_to_cpp()
    OR plan.CPPstartDate - inquiry.S47ActualStartDate BETWEEN 0 AND days_s47_to_cpp()
GROUP BY ALL;

CREATE TABLE journey AS
SELECT inquiry.* EXCLUDE (CPPstartDate), planned.start AS CPPstartDate
FROM inquiry LEFT JOIN planned USING (LA, LAchildID, S47ActualStartDate);

CREATE TABLE leg AS
SELECT 1 AS place, *, 'S47 strategy discussion' AS Source,
    CASE
        WHEN DateOfInitialCPC IS NOT NULL THEN 'ICPC'
        WHEN CPPstartDate IS NOT NULL THEN 'CPP Start'
        WHEN S47ActualStartDate >= s47_max_date THEN 'TBD - S47 too recent'
        ELSE 'No ICPC or CPP'
    END AS Destination
FROM journey
UNION ALL
SELECT 2 AS place, *, 'ICPC' AS Source,
    CASE
        WHEN CPPstartDate IS NOT NULL THEN 'CPP Start'
        WHEN DateOfInitialCPC >= icpc_max_date THEN 'TBD - ICPC too recent'
        ELSE 'No CPP'
    END AS Destination
FROM journey
WHERE DateOfInitialCPC IS NOT NULL;

CREATE TABLE s47_journeys AS
SELECT
    LAchildID, CINreferralDate, ReferralSource, PrimaryNeedCode, CINclosureDate, ReasonForClosure, S47ActualStartDate,
    InitialCPCtarget, DateOfInitialCPC, ICPCnotRequired, CPPstartDate, UPN, FormerUPN, UPNunknown, PersonBirthDate,
    ExpectedPersonBirthDate, GenderCurrent, PersonDeathDate, PersonSchoolYear, Ethnicity, Disabilities, LA, Year,
    CPPstartDate - DateOfInitialCPC AS icpc_to_cpp,
    CPPstartDate - S47ActualStartDate AS s47_to_cpp,
    cin_census_close, s47_max_date, icpc_max_date, Source, Destination,
    CAST(floor((S47ActualStartDate - PersonBirthDate) / 365) AS INTEGER) AS "Age at S47"
FROM leg
ORDER BY place, LA, LAchildID, S47ActualStartDate;
