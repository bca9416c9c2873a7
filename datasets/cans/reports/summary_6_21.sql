-- title: Summary of the assessments of children from 6 to 21
-- use-case: PAN
-- needs: cans.6_21
-- outputs: summary_6_21
-- rule: Each assessment with 11 columns more. A column lists, divided by semicolons and in the order of the form, the
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
    ('caregiver', '3', 9, 'Immediate/Intensive Action Needed (Caregiver)'),
    ('transition', '2', 10, 'Transition Age Action Needed'),
    ('transition', '3', 11, 'Immediate/Intensive Transition Age Action Needed');

-- The items in the order of the form, each run of one scale.
CREATE TABLE run (number INTEGER, scale VARCHAR, items VARCHAR[]);
INSERT INTO run VALUES
    (1, 'strength', [
        'Family Strengths', 'Interpersonal', 'Optimism', 'Educational Setting', 'Vocational', 'Talents & Interests',
        'Community Life', 'Relationship Permanence', 'Resiliency', 'Resourcefulness', 'Cultural Identity',
        'Natural Supports']),
    (2, 'youth', [
        'Family Functioning', 'Living Situation', 'Social Functioning', 'Recreational', 'Developmental/Intellectual*',
        'Cognitive (Developmental/Intellectual*)', 'Developmental (Developmental/Intellectual*)',
        'Communication (Developmental/Intellectual*)', 'Self-care/Daily Living Skills (Developmental/Intellectual*)',
        'Job Functioning', 'Legal', 'Medical/Physical', 'Sexual Development', 'Sleep', 'School Attendance',
        'School Behaviour', 'School Achievement', 'Decision-Making', 'Psychosis (Thought Disorder)',
        'Impulsivity/Hyperactivity', 'Attention/Concentration', 'Depression', 'Anxiety', 'Oppositional',
        'Conduct (Antisocial Behaviour)', 'Adjustment to Trauma', 'Anger Control', 'Substance Use*',
        'Severity of Use (Substance Use*)', 'Duration of Use (Substance Use*)', 'Stage of Recovery (Substance Use*)',
        'Peer Influences (Substance Use*)', 'Environmental Influences (Substance Use*)',
        'Recovery Support in Community (Substance Use*)', 'Acute Intoxication (Substance Use*)',
        'Withdrawal History (Substance Use*)', 'Awareness of Relapse Triggers (Substance Use*)',
        'Withdrawal Risks (Substance Use*)', 'Eating Disturbance', 'Attachment Difficulties', 'Behavioural Regression',
        'Psycho-somatic Symptoms (Somatisation)', 'Suicide Risk', 'Non-Suicidal Self-Harm/Self-Injury',
        'Other Self-Harm', 'Danger to Others*', 'CH History of Violence (Need) (Danger to Others*)',
        'CH Frustration Management (Need) (Danger to Others*)', 'CH Bullying (Need) (Danger to Others*)',
        'Hostility (Need) (Danger to Others*)', 'CH Paranoid Thinking (Need) (Danger to Others*)',
        'CH Secondary Gains from Anger (Need) (Danger to Others*)', 'CH Violent Thinking (Need) (Danger to Others*)']),
    (3, 'strength', [
        'CH Awareness of Violence Potential (Strength)', 'CH Response to Consequences (Strength)',
        'CH Commitment to Self-Control (Strength)', 'CH Treatment Involvement (Strength)']),
    (4, 'youth', [
        'Sexual Aggression*', 'Relationship (Sexual Aggression*)', 'Physical Force/Threat (Sexual Aggression*)',
        'Planning (Sexual Aggression*)', 'Age Differential (Sexual Aggression*)',
        'Type of Sex Act (Sexual Aggression*)', 'Response to Accusation (Sexual Aggression*)',
        'Temporal Consistency (Sexual Aggression*)', 'History of Sexually Aggressive Behaviour (Sexual Aggression*)',
        'Running Away*', 'Frequency of Running (Running Away*)', 'Consistency of Destination (Running Away*)',
        'Safety of Destination (Running Away*)', 'Involvement in Illegal Activities (Running Away*)',
        'Likelihood of Return on Own (Running Away*)', 'Involvement with Others (Running Away*)',
        'Realistic Expectations (Running Away*)', 'Planning (Running Away*)', 'Offending/Criminal Behaviour*',
        'History (Offending/Criminal Behaviour*)', 'Seriousness (Offending/Criminal Behaviour*)',
        'Planning (Offending/Criminal Behaviour*)', 'Community Safety (Offending/Criminal Behaviour*)',
        'Peer Influences (Offending/Criminal Behaviour*)',
        'Parental Criminal Behaviour (Offending/Criminal Behaviour*)',
        'Environmental Influences (Offending/Criminal Behaviour*)', 'Legal Compliance (Offending/Criminal Behaviour*)',
        'Fire Setting*', 'History (Fire Setting*)', 'Seriousness (Fire Setting*)', 'Planning (Fire Setting*)',
        'Use of Accelerants (Fire Setting*)', 'Intention to Harm (Fire Setting*)', 'Community Safety (Fire Setting*)',
        'Response to Accusation (Fire Setting*)', 'Remorse (Fire Setting*)',
        'Likelihood of Future Fire Setting (Fire Setting*)', 'Intentional Misbehaviour', 'Bullying',
        'Victimisation/Exploitation*', 'Duration of Exploitation (Victimisation/Exploitation*)',
        'Age of Onset – Exploitation (Victimisation/Exploitation*)',
        'Perception of Dangerousness (Victimisation/Exploitation*)',
        'Knowledge of Exploitation (Victimisation/Exploitation*)', 'Trauma Bond (Victimisation/Exploitation*)',
        'Exploitation of Others (Victimisation/Exploitation*)', 'Reproductive Health (Victimisation/Exploitation*)',
        'Arrests for Loitering/Solicitation (Victimisation/Exploitation*)',
        'Exploitation History (Victimisation/Exploitation*)', 'Gang Involvement', 'Language', 'Traditions & Rituals',
        'Cultural Stress', 'Cultural Differences within the Family']),
    (5, 'trauma', [
        'Sexual Abuse*']),
    (6, 'abuse', [
        'Emotional Closeness to Perpetrator (Sexual Abuse*)', 'Frequency of Abuse (Sexual Abuse*)',
        'Duration (Sexual Abuse*)', 'Force (Sexual Abuse*)', 'Reaction to Disclosure (Sexual Abuse*)']),
    (7, 'trauma', [
        'Physical Abuse', 'Neglect', 'Emotional Abuse', 'Medical Trauma', 'Natural or Manmade Disaster',
        'Witness to Family Violence', 'Witness to Community/School Violence', 'Witness/Victim of Criminal Activity',
        'War/Terrorism Affected', 'Disruption in Caregiving/Attachment']),
    (8, 'youth', [
        'Intrusions/Re-experiencing', 'Emotional and/or Physical Dysregulation', 'Traumatic Grief', 'Hyperarousal',
        'Avoidance', 'Numbing', 'Dissociation', 'Time Before Treatment']),
    (9, 'caregiver', [
        'Supervision (Caregiver needs)', 'Involvement with Care (Caregiver needs)', 'Knowledge (Caregiver needs)',
        'Organisation (Caregiver needs)', 'Social Resources (Caregiver needs)',
        'Residential Stability (Caregiver needs)', 'Medical/Physical (Caregiver needs)',
        'Mental Health (Caregiver needs)', 'Substance Use (Caregiver needs)', 'Developmental (Caregiver needs)',
        'Safety (Caregiver needs)', 'Family Stress (Caregiver needs)', 'Post-traumatic Reactions (Caregiver needs)',
        'Marital/Partner Violence in Home (Caregiver needs)', 'Family Relationship to the System (Caregiver needs)',
        'Legal Involvement (Caregiver needs)']),
    (10, 'transition', [
        'Interpersonal Problems', 'Independent Living Skills', 'Young Carer/Parenting Roles*',
        'Knowledge of Needs (Young Carer/Parenting Roles*)', 'Supervision (Young Carer/Parenting Roles*)',
        'Involvement with Care (Young Carer/Parenting Roles*)', 'Organisation (Young Carer/Parenting Roles*)',
        'Marital/Partner Violence in the Home (Young Carer/Parenting Roles*)', 'Job Functioning*',
        'Career Aspirations (Job Functioning*)', 'Aspirational Congruence (Job Functioning*)',
        'Job Market Expectations (Job Functioning*)', 'Work Ethic (Job Functioning*)',
        'Work History (Job Functioning*)', 'Time Since Last Job (Job Functioning*)', 'Job Turnover (Job Functioning*)',
        'Job Attendance (Job Functioning*)', 'Job Performance (Job Functioning*)', 'Job Relations (Job Functioning*)',
        'Job Enjoyment (Job Functioning*)', 'Customer Orientation (Job Functioning*)', 'Routine (Job Functioning*)',
        'Skills Relevant to Aspirations (Job Functioning*)', 'Digital Literacy (Job Functioning*)',
        'Financial Literacy (Job Functioning*)', 'CV/Cover Letter (Job Functioning*)',
        'Interview Clothes (Job Functioning*)', 'Self-Care', 'Medication Adherence', 'Intimate Relationships',
        'Transportation']);

CREATE TABLE item AS
SELECT number, generate_subscripts(items, 1) AS place, scale, unnest(items) AS name FROM run;

CREATE TABLE assessment AS
SELECT row_number() OVER (ORDER BY LA, "Youth Unique ID", "Assessment Date", Year, Month) AS place, * FROM cans_6_21;

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

CREATE TABLE summary_6_21 AS
SELECT assessment.* EXCLUDE (place), summary.* EXCLUDE (place)
FROM assessment LEFT JOIN summary USING (place)
ORDER BY place;
