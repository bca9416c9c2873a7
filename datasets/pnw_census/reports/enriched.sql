-- title: Placements with what other returns say of the child
-- use-case: PAN
-- needs: pnw_census.pnw_census
-- may: ssda903.header, ssda903.episodes, ssda903.uasc, ssda903.oc2, ssda903.missing, cans.6_21, cans.0_5,
--   ons_postcode.sector
-- outputs: enriched
-- rule: Each row of the census once, with the last day of its month as the day of the snapshot. Behind it stands what is known
--   of the same identifier: how many episodes of care were open at any time in the twelve months up to the snapshot; of the
--   episode open on the snapshot (begun before it, not ended before it) placement, provider and postcode sectors with where
--   they lie; sex and ethnic group by the latest return; whether the child was unaccompanied and that status had not ceased;
--   four answers on health and behaviour from the return of the same year to 31 March; how many periods missing, or away
--   without authorisation, touched the twelve months; and the last four assessments up to the snapshot, the latest first.
--   A blank says that nothing is known.

-- How far back "in the last 12 months" reaches.
CREATE MACRO a_year_before(day) AS CAST(day - INTERVAL 12 MONTH AS DATE);

CREATE TABLE census AS
SELECT row_number() OVER (
        ORDER BY LA, Identifier, Year, Month, Establishment, "Placement start date", "Total weekly cost") AS row_order,
    *, last_day(make_date(Year, Month, 1)) AS snapshot_date
FROM pnw_census_pnw_census;

CREATE TABLE looked_at AS
SELECT DISTINCT Identifier, snapshot_date,
    CAST(Year + CASE WHEN Month >= 4 THEN 1 ELSE 0 END AS INTEGER) AS return_year
FROM census WHERE Identifier IS NOT NULL;

CREATE TABLE counted AS
SELECT Identifier, snapshot_date, count(*) AS placements
FROM looked_at JOIN ssda903_episodes ON CHILD = Identifier
WHERE DECOM <= snapshot_date AND (DEC IS NULL OR DEC >= a_year_before(snapshot_date))
GROUP BY ALL;

CREATE TABLE open_episode AS
SELECT Identifier, snapshot_date, PLACE, PLACE_PROVIDER, HOME_POST, PL_POST
FROM looked_at JOIN ssda903_episodes ON CHILD = Identifier
WHERE DECOM < snapshot_date AND (DEC IS NULL OR DEC >= snapshot_date)
QUALIFY row_number() OVER (
    PARTITION BY Identifier, snapshot_date
    ORDER BY DECOM DESC, YEAR DESC, PLACE, PLACE_PROVIDER, HOME_POST, PL_POST) = 1;

CREATE TABLE child AS
SELECT CHILD, SEX, ETHNIC FROM ssda903_header
QUALIFY row_number() OVER (PARTITION BY CHILD ORDER BY YEAR DESC, SEX, ETHNIC) = 1;

CREATE TABLE unaccompanied AS
SELECT CHILD, max(DUC) AS DUC FROM ssda903_uasc GROUP BY CHILD;

-- The most complete row of the year, when there are several.
CREATE TABLE health AS
SELECT Identifier, snapshot_date, CONVICTED, SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED
FROM looked_at JOIN ssda903_oc2 ON CHILD = Identifier AND YEAR = return_year
QUALIFY row_number() OVER (
    PARTITION BY Identifier, snapshot_date
    ORDER BY (CONVICTED IS NULL)::INT + (SUBSTANCE_MISUSE IS NULL)::INT + (INTERVENTION_RECEIVED IS NULL)::INT
        + (INTERVENTION_OFFERED IS NULL)::INT,
        CONVICTED, SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED) = 1;

CREATE TABLE gone AS
SELECT Identifier, snapshot_date, count(*) AS periods
FROM looked_at JOIN ssda903_missing ON CHILD = Identifier
WHERE MIS_START <= snapshot_date AND (MIS_END IS NULL OR MIS_END >= a_year_before(snapshot_date))
GROUP BY ALL;

CREATE TABLE sector AS
SELECT * FROM ons_postcode_sector
QUALIFY row_number() OVER (PARTITION BY PostcodeSector ORDER BY ONSAreaCode, LSOA2011) = 1;

-- Both forms in one table, their columns as text; a column that only one form has is blank for the other.
CREATE TABLE assessed AS
SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (SELECT "Youth Unique ID" AS person, * EXCLUDE ("Youth Unique ID") FROM cans_6_21)
UNION ALL BY NAME
SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (SELECT "Child Unique ID" AS person, * EXCLUDE ("Child Unique ID") FROM cans_0_5);

CREATE TABLE recent AS
SELECT Identifier, snapshot_date, assessed.*,
    row_number() OVER (
        PARTITION BY Identifier, snapshot_date ORDER BY "Assessment Date" DESC, Year DESC, Month::INT DESC, "Assessment Type") AS turn
FROM looked_at JOIN assessed ON person = Identifier
WHERE CAST("Assessment Date" AS DATE) <= snapshot_date
QUALIFY turn <= 4;

CREATE MACRO assessment_of(wanted) AS TABLE
SELECT * EXCLUDE (turn, person, LA, Year, Month) FROM recent WHERE turn = wanted;

CREATE TABLE first_of AS SELECT Identifier, snapshot_date, COLUMNS(* EXCLUDE (Identifier, snapshot_date)) AS "\0 1" FROM assessment_of(1);
CREATE TABLE second_of AS SELECT Identifier, snapshot_date, COLUMNS(* EXCLUDE (Identifier, snapshot_date)) AS "\0 2" FROM assessment_of(2);
CREATE TABLE third_of AS SELECT Identifier, snapshot_date, COLUMNS(* EXCLUDE (Identifier, snapshot_date)) AS "\0 3" FROM assessment_of(3);
CREATE TABLE fourth_of AS SELECT Identifier, snapshot_date, COLUMNS(* EXCLUDE (Identifier, snapshot_date)) AS "\0 4" FROM assessment_of(4);

CREATE TABLE enriched AS
SELECT
    census.* EXCLUDE (row_order),
    placements AS "# placements in last 12 months",
    PLACE AS "Placement type 903",
    PLACE_PROVIDER AS "Placement provider 903",
    HOME_POST AS "Home postcode 903",
    home.OSEastings AS "Home eastings", home.OSNorthings AS "Home northings", home.ONSAreaCode AS "Home LA code",
    PL_POST AS "Placement postcode 903",
    placed.OSEastings AS "Placement eastings", placed.OSNorthings AS "Placement northings", placed.ONSAreaCode AS "Placement LA code",
    SEX AS "Gender 903",
    ETHNIC AS "Ethnicity 903",
    CASE WHEN child.CHILD IS NULL AND unaccompanied.CHILD IS NULL THEN NULL
        WHEN snapshot_date <= DUC THEN 1 ELSE 0 END AS "UASC 903",
    CONVICTED AS "Convicted 903", SUBSTANCE_MISUSE AS "Substance misuse 903",
    INTERVENTION_RECEIVED AS "Intervention received 903", INTERVENTION_OFFERED AS "Intervention offered 903",
    periods AS "# missing episodes in last 12 months",
    first_of.* EXCLUDE (Identifier, snapshot_date),
    second_of.* EXCLUDE (Identifier, snapshot_date),
    third_of.* EXCLUDE (Identifier, snapshot_date),
    fourth_of.* EXCLUDE (Identifier, snapshot_date)
FROM census
LEFT JOIN counted USING (Identifier, snapshot_date)
LEFT JOIN open_episode USING (Identifier, snapshot_date)
LEFT JOIN sector AS home ON home.PostcodeSector = HOME_POST
LEFT JOIN sector AS placed ON placed.PostcodeSector = PL_POST
LEFT JOIN child ON child.CHILD = census.Identifier
LEFT JOIN unaccompanied ON unaccompanied.CHILD = census.Identifier
LEFT JOIN health USING (Identifier, snapshot_date)
LEFT JOIN gone USING (Identifier, snapshot_date)
LEFT JOIN first_of USING (Identifier, snapshot_date)
LEFT JOIN second_of USING (Identifier, snapshot_date)
LEFT JOIN third_of USING (Identifier, snapshot_date)
LEFT JOIN fourth_of USING (Identifier, snapshot_date)
ORDER BY row_order;
