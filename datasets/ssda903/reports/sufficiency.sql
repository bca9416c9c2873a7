-- title: Star schema for planning sufficient placements
-- use-case: SUFFICIENCY
-- needs: ssda903.header, ssda903.episodes, ssda903.uasc
-- may: ons_area.area, ons_postcode.sector, ofsted_provider.provider, ofsted_provider.inspection
-- outputs: dimCategoryOfNeed, dimLegalStatus, dimOfstedEffectiveness, dimPlacementProvider, dimPlacementType,
--   dimReasonEpisodeCeased, dimReasonForNewEpisode, dimReasonPlaceChange, dimONSArea, dimPostcode, dimOfstedProvider,
--   factOfstedInspection, dimLookedAfterChild, factEpisode
-- rule: Facts point to dimensions by whole-number keys that are counted from 1 in a stated order, so that the same data gives
--   the same keys. Each dimension has a row of key -1 for what is not known. Dimensions of codes hold the codes of every
--   year's guide, and the two codes that the repair of episodes gives. A child is a row by its latest return; sex is read from
--   the numbers of older returns and from the letters of newer ones. A child is unaccompanied (1) when a date is given on
--   which that status ceases, otherwise not (0). The year of a return is shown by its last day, 31 March. A text that is
--   missing is Unknown, a day 2999-12-31, a number blank. An authority is found among the areas by its name, also in the
--   form "Bristol, City of". An episode finds its provider by the unique reference number: -1 when there is none, -2 for
--   XXXXXXX (a regional adoption agency), -3 when no provider has it. An inspection holds until the day before the next.

CREATE MACRO or_unknown(words) AS coalesce(words, 'Unknown');
CREATE MACRO or_never(day) AS coalesce(CAST(day AS DATE), DATE '2999-12-31');
-- Older spreadsheets wrote a number with a point and a nought behind it.
CREATE MACRO urn_of(number) AS regexp_replace(trim(CAST(number AS VARCHAR)), '\.0$', '');

-- Dimensions of codes.

CREATE TABLE code_key AS
SELECT list, code, meaning, row_number() OVER (PARTITION BY list ORDER BY is_repair, place) AS key
FROM (
    SELECT list, code, meaning, place, false AS is_repair FROM codes WHERE dataset = 'ssda903'
    UNION ALL
    SELECT 'reason-ceased', 'E99', 'ended by the repair of episodes: no end was reported', 1, true
    UNION ALL
    SELECT 'reason-place-change', 'LIIAF', 'inferred by the repair of episodes', 1, true
)
UNION ALL
SELECT DISTINCT list, 'Unknown', 'Unknown', -1 FROM codes WHERE dataset = 'ssda903';

CREATE MACRO codes_of(wanted) AS TABLE
SELECT key, code, meaning FROM code_key WHERE list = wanted ORDER BY key;

CREATE TABLE dimCategoryOfNeed AS
SELECT key AS CategoryOfNeedKey, code AS CategoryOfNeedCode, meaning AS CategoryOfNeedDescription
FROM codes_of('need') ORDER BY key;

CREATE TABLE dimLegalStatus AS
SELECT key AS LegalStatusKey, code AS LegalStatusCode, meaning AS LegalStatusDescription
FROM codes_of('legal-status') ORDER BY key;

CREATE TABLE dimPlacementProvider AS
SELECT key AS PlacementProviderKey, code AS PlacementProviderCode, meaning AS PlacementProviderDescription
FROM codes_of('placement-provider') ORDER BY key;

CREATE TABLE dimPlacementType AS
SELECT key AS PlacementTypeKey, code AS PlacementTypeCode, meaning AS PlacementTypeDescription
FROM codes_of('placement') ORDER BY key;

CREATE TABLE dimReasonEpisodeCeased AS
SELECT key AS ReasonEpisodeCeasedKey, code AS ReasonEpisodeCeasedCode, meaning AS ReasonEpisodeCeasedDescription
FROM codes_of('reason-ceased') ORDER BY key;

CREATE TABLE dimReasonForNewEpisode AS
SELECT key AS ReasonForNewEpisodeKey, code AS ReasonForNewEpisodeCode, meaning AS ReasonForNewEpisodeDescription
FROM codes_of('reason-new-episode') ORDER BY key;

CREATE TABLE dimReasonPlaceChange AS
SELECT key AS ReasonPlaceChangeKey, code AS ReasonPlaceChangeCode, meaning AS ReasonPlaceChangeDescription
FROM codes_of('reason-place-change') ORDER BY key;

CREATE TABLE dimOfstedEffectiveness AS
SELECT CAST(code AS INTEGER) AS OfstedEffectivenessKey, code AS Grade, meaning AS OverallEffectiveness
FROM codes WHERE dataset = 'ofsted_provider' AND list = 'effectiveness'
UNION ALL
SELECT -1, 'Unknown', 'Unknown'
ORDER BY OfstedEffectivenessKey;

-- Areas: each ward, authority, county, region and country once.

CREATE TABLE area AS
SELECT DISTINCT
    CASE level WHEN 1 THEN WardCode END AS WardCode,
    CASE level WHEN 1 THEN WardName END AS WardName,
    CASE WHEN level <= 2 THEN LACode END AS LACode,
    CASE WHEN level <= 2 THEN LAName END AS LAName,
    CASE WHEN level <= 3 THEN CountyCode END AS CountyCode,
    CASE WHEN level <= 3 THEN CountyName END AS CountyName,
    CASE WHEN level <= 4 THEN RegionCode END AS RegionCode,
    CASE WHEN level <= 4 THEN RegionName END AS RegionName,
    CountryCode, CountryName, level,
    CASE level WHEN 1 THEN 'Ward' WHEN 2 THEN 'LA' WHEN 3 THEN 'County' WHEN 4 THEN 'Region' ELSE 'Country' END AS AreaType,
    CASE level WHEN 1 THEN WardCode WHEN 2 THEN LACode WHEN 3 THEN CountyCode WHEN 4 THEN RegionCode ELSE CountryCode END AS AreaCode,
    CASE level WHEN 1 THEN WardName WHEN 2 THEN LAName WHEN 3 THEN CountyName WHEN 4 THEN RegionName ELSE CountryName END AS AreaName
FROM ons_area_area CROSS JOIN range(1, 6) AS levels(level);

CREATE TABLE area_key AS
SELECT *, row_number() OVER (ORDER BY level, AreaCode) AS ONSAreaKey
FROM (
    SELECT * FROM area WHERE AreaCode IS NOT NULL
    QUALIFY row_number() OVER (
        PARTITION BY level, AreaCode ORDER BY AreaName, LACode, CountyCode, RegionCode, CountryCode) = 1
);

CREATE TABLE dimONSArea AS
SELECT ONSAreaKey, or_unknown(WardCode) AS WardCode, or_unknown(WardName) AS WardName, or_unknown(LACode) AS LACode,
    or_unknown(LAName) AS LAName, or_unknown(CountyCode) AS CountyCode, or_unknown(CountyName) AS CountyName,
    or_unknown(RegionCode) AS RegionCode, or_unknown(RegionName) AS RegionName, or_unknown(CountryCode) AS CountryCode,
    or_unknown(CountryName) AS CountryName, or_unknown(AreaType) AS AreaType, or_unknown(AreaCode) AS AreaCode,
    or_unknown(AreaName) AS AreaName
FROM (SELECT * FROM area_key UNION ALL BY NAME SELECT -1 AS ONSAreaKey)
ORDER BY ONSAreaKey;

-- A name as returns, providers and areas may all write it: `St. Helens` and `Bournemouth, Christchurch & Poole`.
CREATE MACRO plain_name(name) AS replace(replace(lower(trim(name)), '.', ''), ' & ', ' and ');

-- The area of an authority, a district or a county, by the name that returns and providers have for it.
CREATE TABLE authority AS
SELECT LA, ONSAreaKey, AreaCode
FROM (
    SELECT DISTINCT LA FROM ssda903_header UNION SELECT LA FROM ssda903_episodes UNION SELECT LocalAuthority FROM ofsted_provider_provider
)
JOIN area_key ON level IN (2, 3) AND plain_name(AreaName) IN (
    plain_name(LA), plain_name(LA) || ', city of', plain_name(LA) || ', county of', 'county ' || plain_name(LA))
QUALIFY row_number() OVER (
    PARTITION BY LA ORDER BY level, plain_name(AreaName) <> plain_name(LA), ONSAreaKey) = 1;

-- Postcode sectors.

CREATE TABLE sector_key AS
SELECT *, row_number() OVER (ORDER BY PostcodeSector) AS PostcodeKey FROM ons_postcode_sector
QUALIFY row_number() OVER (PARTITION BY PostcodeSector ORDER BY ONSAreaCode, LSOA2011) = 1;

CREATE TABLE dimPostcode AS
SELECT PostcodeKey, or_unknown(PostcodeSector) AS Sector, or_unknown(ONSAreaCode) AS ONSAreaCode,
    or_unknown(LSOA2011) AS LSOA2011, Latitude, Longitude, OSEastings, OSNorthings, IMD
FROM (SELECT * FROM sector_key UNION ALL BY NAME SELECT -1 AS PostcodeKey)
ORDER BY PostcodeKey;

-- Providers and their inspections.

CREATE TABLE provider_key AS
SELECT * REPLACE (urn_of(URN) AS URN), row_number() OVER (ORDER BY urn_of(URN)) AS OfstedProviderKey
FROM ofsted_provider_provider
WHERE URN IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY urn_of(URN) ORDER BY RegistrationDate DESC, ProviderType, OwnerName) = 1;

CREATE TABLE dimOfstedProvider AS
SELECT OfstedProviderKey, or_unknown(URN) AS URN, or_unknown(ProviderType) AS ProviderType, or_unknown(Sector) AS Sector,
    or_never(RegistrationDate) AS RegistrationDate, or_unknown(ProviderStatus) AS ProviderStatus,
    or_never(ClosedDate) AS ClosedDate, MaxUsers, coalesce(UnknownSourceFlag, 0) AS UnknownSourceFlag,
    or_unknown(OwnerName) AS OwnerName, or_unknown(AreaCode) AS ONSAreaCode
FROM (
    SELECT * FROM provider_key
    UNION ALL BY NAME SELECT -1 AS OfstedProviderKey, 1 AS UnknownSourceFlag
    UNION ALL BY NAME
    SELECT -2 AS OfstedProviderKey, 'XXXXXXX' AS URN, 'Regional Adoption Agency' AS ProviderType, 1 AS UnknownSourceFlag
    UNION ALL BY NAME SELECT -3 AS OfstedProviderKey, 'Not found' AS URN, 1 AS UnknownSourceFlag
) LEFT JOIN authority ON LA = LocalAuthority
ORDER BY OfstedProviderKey;

CREATE TABLE factOfstedInspection AS
SELECT
    row_number() OVER (ORDER BY OfstedProviderKey, InspectionDate) AS factOfstedInspectionKey,
    OfstedProviderKey,
    InspectionDate AS InspectionDateKey,
    or_never(lead(InspectionDate) OVER later - 1) AS EndDateKey,
    coalesce(CAST(OverallEffectiveness AS INTEGER), -1) AS OfstedEffectivenessKey,
    CAST(lead(InspectionDate) OVER later IS NULL AS INTEGER) AS IsLatest
FROM (
    SELECT OfstedProviderKey, InspectionDate, min(OverallEffectiveness) AS OverallEffectiveness
    FROM ofsted_provider_inspection AS inspection JOIN provider_key ON urn_of(inspection.URN) = provider_key.URN
    WHERE InspectionDate IS NOT NULL
    GROUP BY ALL
)
WINDOW later AS (PARTITION BY OfstedProviderKey ORDER BY InspectionDate)
ORDER BY factOfstedInspectionKey;

-- Children.

CREATE TABLE child_key AS
SELECT *, row_number() OVER (ORDER BY CHILD) AS LookedAfterChildKey
FROM (
    SELECT * FROM ssda903_header WHERE CHILD IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY CHILD ORDER BY YEAR DESC, LA, SEX, DOB, ETHNIC) = 1
);

CREATE TABLE unaccompanied AS
SELECT CHILD, max(DUC) AS DUC FROM ssda903_uasc GROUP BY CHILD;

CREATE TABLE dimLookedAfterChild AS
SELECT
    LookedAfterChildKey,
    or_unknown(child.CHILD) AS ChildIdentifier,
    CASE WHEN SEX IN ('1', 'M') THEN 'Male' WHEN SEX IN ('2', 'F') THEN 'Female' ELSE 'Unknown' END AS Gender,
    or_never(DOB) AS DateofBirthKey,
    or_unknown(ETHNIC) AS EthnicCode,
    or_never(DUC) AS UASCCeasedDateKey,
    or_never(make_date(YEAR, 3, 31)) AS SubmissionYearDateKey,
    or_unknown(AreaCode) AS ONSAreaCode,
    or_unknown(ethnic.meaning) AS EthnicDescription,
    CASE WHEN LookedAfterChildKey = -1 THEN -1 WHEN DUC IS NULL THEN 0 ELSE 1 END AS UASCStatusCode,
    CASE WHEN LookedAfterChildKey = -1 THEN 'Unknown' WHEN DUC IS NULL THEN 'Not unaccompanied' ELSE 'Unaccompanied' END
        AS UASCStatusDescription
FROM (SELECT * FROM child_key UNION ALL BY NAME SELECT -1 AS LookedAfterChildKey) AS child
LEFT JOIN unaccompanied USING (CHILD)
LEFT JOIN authority USING (LA)
LEFT JOIN code_key AS ethnic ON ethnic.list = 'ethnic-group' AND ethnic.code = ETHNIC
ORDER BY LookedAfterChildKey;

-- Episodes.

CREATE TABLE factEpisode AS
SELECT
    row_number() OVER (ORDER BY episode.CHILD, DECOM, YEAR, RNE, LS, PLACE, DEC, episode.URN) AS FactEpisodeKey,
    coalesce(LookedAfterChildKey, -1) AS LookedAfterChildKey,
    or_never(DECOM) AS EpisodeCommencedDateKey,
    coalesce(rne.key, -1) AS ReasonForNewEpisodeKey,
    coalesce(ls.key, -1) AS LegalStatusKey,
    coalesce(need.key, -1) AS CategoryOfNeedKey,
    coalesce(place.key, -1) AS PlacementTypeKey,
    coalesce(provided.key, -1) AS PlacementProviderKey,
    or_never(DEC) AS EpisodeCeasedDateKey,
    coalesce(rec.key, -1) AS ReasonEpisodeCeasedKey,
    coalesce(rpc.key, -1) AS ReasonPlaceChangeKey,
    coalesce(home.PostcodeKey, -1) AS HomePostcodeKey,
    coalesce(placed.PostcodeKey, -1) AS PlacementPostcodeKey,
    CASE
        WHEN trim(coalesce(episode.URN, '')) = '' THEN -1
        WHEN upper(trim(episode.URN)) = 'XXXXXXX' THEN -2
        ELSE coalesce(OfstedProviderKey, -3)
    END AS OfstedProviderKey,
    coalesce(ONSAreaKey, -1) AS ONSAreaKey,
    or_never(make_date(YEAR, 3, 31)) AS SubmissionYearDateKey
FROM ssda903_episodes AS episode
LEFT JOIN (SELECT CHILD, LookedAfterChildKey FROM child_key) USING (CHILD)
LEFT JOIN code_key AS rne ON rne.list = 'reason-new-episode' AND rne.code = RNE
LEFT JOIN code_key AS ls ON ls.list = 'legal-status' AND ls.code = episode.LS
LEFT JOIN code_key AS need ON need.list = 'need' AND need.code = CIN
LEFT JOIN code_key AS place ON place.list = 'placement' AND place.code = episode.PLACE
LEFT JOIN code_key AS provided ON provided.list = 'placement-provider' AND provided.code = PLACE_PROVIDER
LEFT JOIN code_key AS rec ON rec.list = 'reason-ceased' AND rec.code = episode.REC
LEFT JOIN code_key AS rpc ON rpc.list = 'reason-place-change' AND rpc.code = REASON_PLACE_CHANGE
LEFT JOIN sector_key AS home ON home.PostcodeSector = HOME_POST
LEFT JOIN sector_key AS placed ON placed.PostcodeSector = PL_POST
LEFT JOIN provider_key ON provider_key.URN = urn_of(episode.URN)
LEFT JOIN authority ON authority.LA = episode.LA
ORDER BY FactEpisodeKey;
