-- title: Annex A lists without the same record twice
-- use-case: PAN
-- needs: annex_a.list_1
-- may: annex_a.list_2, annex_a.list_3, annex_a.list_4, annex_a.list_5, annex_a.list_6, annex_a.list_7,
--   annex_a.list_8, annex_a.list_9, annex_a.list_10, annex_a.list_11
-- outputs: dedup_list_1, dedup_list_2, dedup_list_3, dedup_list_4, dedup_list_5, dedup_list_6, dedup_list_7,
--   dedup_list_8, dedup_list_9, dedup_list_10, dedup_list_11
-- rule: The lists of every month put together. Of the rows that are one record (the same authority, and the same values in the
--   fields that a list's records are told by) the one of the latest month counts. A row without an identifier is never taken
--   for another. A list that nobody handed in is an empty table.

CREATE TABLE dedup_list_1 AS
SELECT * FROM annex_a_list_1
QUALIFY "Child Unique ID" IS NULL OR row_number() OVER (
    PARTITION BY LA, "Child Unique ID", "Date of Contact"
    ORDER BY Year DESC, Month DESC) = 1
ORDER BY LA, "Child Unique ID", "Date of Contact", Year, Month;

CREATE TABLE dedup_list_2 AS
SELECT * FROM annex_a_list_2
QUALIFY "Child Unique ID" IS NULL OR row_number() OVER (
    PARTITION BY LA, "Child Unique ID", "Assessment start date"
    ORDER BY Year DESC, Month DESC) = 1
ORDER BY LA, "Child Unique ID", "Assessment start date", Year, Month;

CREATE TABLE dedup_list_3 AS
SELECT * FROM annex_a_list_3
QUALIFY "Child Unique ID" IS NULL OR row_number() OVER (
    PARTITION BY LA, "Child Unique ID", "Date of referral"
    ORDER BY Year DESC, Month DESC) = 1
ORDER BY LA, "Child Unique ID", "Date of referral", Year, Month;

CREATE TABLE dedup_list_4 AS
SELECT * FROM annex_a_list_4
QUALIFY "Child Unique ID" IS NULL OR row_number() OVER (
    PARTITION BY LA, "Child Unique ID", "Continuous Assessment Start Date"
    ORDER BY Year DESC, Month DESC) = 1
ORDER BY LA, "Child Unique ID", "Continuous Assessment Start Date", Year, Month;

CREATE TABLE dedup_list_5 AS
SELECT * FROM annex_a_list_5
QUALIFY "Child Unique ID" IS NULL OR row_number() OVER (
    PARTITION BY LA, "Child Unique ID", "Strategy discussion initiating Section 47 Enquiry Start Date"
    ORDER BY Year DESC, Month DESC) = 1
ORDER BY LA, "Child Unique ID", "Strategy discussion initiating Section 47 Enquiry Start Date", Year, Month;

CREATE TABLE dedup_list_6 AS
SELECT * FROM annex_a_list_6
QUALIFY "Child Unique ID" IS NULL OR row_number() OVER (
    PARTITION BY LA, "Child Unique ID", "CIN Start Date"
    ORDER BY Year DESC, Month DESC) = 1
ORDER BY LA, "Child Unique ID", "CIN Start Date", Year, Month;

CREATE TABLE dedup_list_7 AS
SELECT * FROM annex_a_list_7
QUALIFY "Child Unique ID" IS NULL OR row_number() OVER (
    PARTITION BY LA, "Child Unique ID", "Child Protection Plan Start Date"
    ORDER BY Year DESC, Month DESC) = 1
ORDER BY LA, "Child Unique ID", "Child Protection Plan Start Date", Year, Month;

CREATE TABLE dedup_list_8 AS
SELECT * FROM annex_a_list_8
QUALIFY "Child Unique ID" IS NULL OR row_number() OVER (
    PARTITION BY LA, "Child Unique ID", "Date Started to be Looked After"
    ORDER BY Year DESC, Month DESC) = 1
ORDER BY LA, "Child Unique ID", "Date Started to be Looked After", Year, Month;

CREATE TABLE dedup_list_9 AS
SELECT * FROM annex_a_list_9
QUALIFY "Child Unique ID" IS NULL OR row_number() OVER (
    PARTITION BY LA, "Child Unique ID"
    ORDER BY Year DESC, Month DESC) = 1
ORDER BY LA, "Child Unique ID", Year, Month;

CREATE TABLE dedup_list_10 AS
SELECT * FROM annex_a_list_10
QUALIFY "Child Unique ID" IS NULL OR row_number() OVER (
    PARTITION BY LA, "Child Unique ID", "Date the Child Entered Care"
    ORDER BY Year DESC, Month DESC) = 1
ORDER BY LA, "Child Unique ID", "Date the Child Entered Care", Year, Month;

CREATE TABLE dedup_list_11 AS
SELECT * FROM annex_a_list_11
QUALIFY "Individual adopter identifier" IS NULL OR row_number() OVER (
    PARTITION BY LA, "Individual adopter identifier", "Date enquiry received"
    ORDER BY Year DESC, Month DESC) = 1
ORDER BY LA, "Individual adopter identifier", "Date enquiry received", Year, Month;
