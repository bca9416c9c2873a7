-- title: Summary of the assessments of children up to 5
-- use-case: PAN
-- needs: cans.0_5
-- outputs: summary_0_5
-- rule: Each assessment with 9 columns more. A column lists, divided by semicolons and in the order of the form, the
--   items whose answer asks for what the column says: a strength by each of its four ratings, an experience of trauma by Yes,
--   any other item by a rating of 2 (action) or 3 (immediate or intensive action). A column without an item is blank.

-- What an answer on each scale asks for.
CREATE TABLE asks (scale VARCHAR, answer VARCHAR, place INTEGER, summary VARCHAR);
INSERT INTO asks VALUES
    ('strength', '0', 1, 'Centerpiece of the Plan'),
    ('strength', '1', 2, 'Strength used in the Plan'),
    ('strength', '2', 3, 'Consider Strength Development'),
    ('strength', '3', 4, 'No Strength, Consider Building'),
    ('trauma', 'Yes', 5, 'Trauma Experience (Over Lifetime)'),
    ('abuse', '2', 5, 'Trauma Experience (Over Lifetime)'),
    ('abuse', '3', 5, 'Trauma Experience (Over Lifetime)'),
    ('youth', '2', 6, 'Action Needed (Youth)'),
    ('youth', '3', 7, 'Immediate/Intensive Action Needed (Youth)'),
    ('caregiver', '2', 8, 'Action Needed (Caregiver)'),
    ('caregiver', '3', 9, 'Immediate/Intensive Action Needed (Caregiver)');

-- The items in the order of the form, each run of one scale.
CREATE TABLE run (number INTEGER, scale VARCHAR, items VARCHAR[]);
INSERT INTO run VALUES
    (1, 'youth', [
        'Impulsivity/Hyperactivity (3yrs+)', 'Depression', 'Anxiety', 'Oppositional (3yrs+)', 'Attachment Difficulties',
        'Adjustment to Trauma', 'Regulatory: Body/Emotion', 'Atypical Behaviours', 'Sleep (12mo+)',
        'Family Functioning', 'Early Education', 'Social Emotional Functioning', 'Development/Intellectual',
        'Medical/Physical', 'Self-Injury (12mo+)', 'Prenatal Care', 'Exposure', 'Labour & Delivery', 'Birth Weight',
        'Failure to Thrive']),
    (2, 'strength', [
        'Family Strengths', 'Interpersonal', 'Natural Supports', 'Resiliency (Persistence and Adaptability)',
        'Relationship Permanence', 'Playfulness']),
    (3, 'youth', [
        'Language', 'Traditions & Rituals', 'Cultural Stress', 'Cultural Differences within the Family']),
    (4, 'trauma', [
        'Sexual Abuse*']),
    (5, 'abuse', [
        'Emotional Closeness to Perpetrator (Sexual Abuse*)', 'Frequency of Abuse (Sexual Abuse*)',
        'Duration (Sexual Abuse*)', 'Force (Sexual Abuse*)', 'Reaction to Disclosure (Sexual Abuse*)']),
    (6, 'trauma', [
        'Physical Abuse', 'Neglect', 'Emotional Abuse', 'Medical Trauma', 'Natural or Manmade Disaster',
        'Witness to Family Violence', 'Witness to Community/School Violence', 'Witness/Victim of Criminal Activity',
        'War/Terrorism Affected', 'Disruption in Caregiving/Attachment']),
    (7, 'youth', [
        'Intrusions/Re-experiencing', 'Emotional and/or Physical Dysregulation', 'Traumatic Grief', 'Hyperarousal',
        'Avoidance', 'Numbing', 'Dissociation', 'Time Before Treatment']),
    (8, 'caregiver', [
        'Supervision (Caregiver needs)', 'Involvement with Care (Caregiver needs)', 'Knowledge (Caregiver needs)',
        'Organisation (Caregiver needs)', 'Social Resources (Caregiver needs)',
        'Residential Stability (Caregiver needs)', 'Medical/Physical (Caregiver needs)',
        'Mental Health (Caregiver needs)', 'Substance Use (Caregiver needs)', 'Developmental (Caregiver needs)',
        'Safety (Caregiver needs)', 'Family Stress (Caregiver needs)', 'Post-traumatic Reactions (Caregiver needs)',
        'Marital/Partner Violence in Home (Caregiver needs)', 'Family Relationship to the System (Caregiver needs)',
        'Legal Involvement (Caregiver needs)']);

CREATE TABLE item AS
SELECT number, generate_subscripts(items, 1) AS place, scale, unnest(items) AS name FROM run;

CREATE TABLE assessment AS
SELECT row_number() OVER (ORDER BY LA, "Child Unique ID", "Assessment Date", Year, Month) AS place, * FROM cans_0_5;

CREATE TABLE answer AS
UNPIVOT (SELECT CAST(COLUMNS(*) AS VARCHAR) FROM assessment)
ON COLUMNS(* EXCLUDE (place))
INTO NAME item VALUE answer;

CREATE TYPE summary_column AS ENUM (SELECT summary FROM (SELECT DISTINCT summary, place FROM asks) ORDER BY place);

CREATE TABLE told AS
SELECT CAST(answer.place AS BIGINT) AS place, CAST(asks.summary AS summary_column) AS summary,
    string_agg(item.name, ';' ORDER BY item.number, item.place) AS items
FROM answer
JOIN item ON item.name = answer.item
JOIN asks ON asks.scale = item.scale AND asks.answer = answer.answer
GROUP BY ALL;

CREATE TABLE summary AS
PIVOT told ON summary IN summary_column USING first(items) GROUP BY place;

CREATE TABLE summary_0_5 AS
SELECT assessment.* EXCLUDE (place), summary.* EXCLUDE (place)
FROM assessment LEFT JOIN summary USING (place)
ORDER BY place;
