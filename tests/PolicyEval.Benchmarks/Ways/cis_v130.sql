-- The eight policies of cis_v130 over the columns of a credential report, as somebody writes them by hand who knows
-- DuckDB: one pass over the file, and only what may be a date is cast, since a cast that fails is slow. NULL is what
-- nobody can tell, for flags, dates and conditions alike.
WITH cells AS (
  SELECT
    substr(arn, 5, position(':iam::' IN arn) - 5) AS partition,
    substr(arn, position(':iam::' IN arn) + 6, 12) AS account,
    "user" = '<root_account>' AND suffix(arn, ':root') AS is_root,
    CASE lower(password_enabled) WHEN 'true' THEN true WHEN 'false' THEN false END AS password,
    password_enabled = 'not_supported' AS password_not_supported,
    CASE lower(mfa_active) WHEN 'true' THEN true WHEN 'false' THEN false END AS mfa,
    CASE lower(access_key_1_active) WHEN 'true' THEN true WHEN 'false' THEN false END AS key_1,
    CASE lower(access_key_2_active) WHEN 'true' THEN true WHEN 'false' THEN false END AS key_2,
    password_last_used = 'no_information' AS password_never_used,
    password_last_used IN ('N/A', 'no_information') AS no_password_used,
    access_key_1_last_rotated IN ('N/A', 'no_information') AS no_rotated_1,
    access_key_2_last_rotated IN ('N/A', 'no_information') AS no_rotated_2,
    access_key_1_last_used_date IN ('N/A', 'no_information') AS no_used_1,
    access_key_2_last_used_date IN ('N/A', 'no_information') AS no_used_2,
    TRY_CAST(CASE WHEN starts_with(user_creation_time, '2') THEN user_creation_time END
      AS TIMESTAMPTZ) AS created_at,
    TRY_CAST(CASE WHEN starts_with(password_last_used, '2') THEN password_last_used END
      AS TIMESTAMPTZ) AS password_used_at,
    TRY_CAST(CASE WHEN starts_with(password_last_changed, '2') THEN password_last_changed END
      AS TIMESTAMPTZ) AS password_changed_at,
    TRY_CAST(CASE WHEN starts_with(access_key_1_last_rotated, '2') THEN access_key_1_last_rotated END
      AS TIMESTAMPTZ) AS rotated_1_at,
    TRY_CAST(CASE WHEN starts_with(access_key_2_last_rotated, '2') THEN access_key_2_last_rotated END
      AS TIMESTAMPTZ) AS rotated_2_at,
    TRY_CAST(CASE WHEN starts_with(access_key_1_last_used_date, '2') THEN access_key_1_last_used_date END
      AS TIMESTAMPTZ) AS used_1_at,
    TRY_CAST(CASE WHEN starts_with(access_key_2_last_used_date, '2') THEN access_key_2_last_used_date END
      AS TIMESTAMPTZ) AS used_2_at,
    additional_credentials_info NOT IN ('', 'N/A', 'no_information') AS more,
    TIMESTAMPTZ '{asOf}' AS as_of,
    TIMESTAMPTZ '{asOf}' - INTERVAL 2160 HOUR AS limit_at
  FROM read_csv('{path}', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
    new_line = '\n', nullstr = '<none is>', columns = {
      'user': 'VARCHAR', 'arn': 'VARCHAR', 'user_creation_time': 'VARCHAR', 'password_enabled': 'VARCHAR',
      'password_last_used': 'VARCHAR', 'password_last_changed': 'VARCHAR', 'password_next_rotation': 'VARCHAR',
      'mfa_active': 'VARCHAR', 'access_key_1_active': 'VARCHAR', 'access_key_1_last_rotated': 'VARCHAR',
      'access_key_1_last_used_date': 'VARCHAR', 'access_key_1_last_used_region': 'VARCHAR',
      'access_key_1_last_used_service': 'VARCHAR', 'access_key_2_active': 'VARCHAR',
      'access_key_2_last_rotated': 'VARCHAR', 'access_key_2_last_used_date': 'VARCHAR',
      'access_key_2_last_used_region': 'VARCHAR', 'access_key_2_last_used_service': 'VARCHAR',
      'cert_1_active': 'VARCHAR', 'cert_1_last_rotated': 'VARCHAR', 'cert_2_active': 'VARCHAR',
      'cert_2_last_rotated': 'VARCHAR', 'additional_credentials_info': 'VARCHAR' })
),
-- A date after the instant of the evidence is no evidence.
dated AS (
  SELECT
    * EXCLUDE (created_at, password_used_at, password_changed_at, rotated_1_at, rotated_2_at, used_1_at, used_2_at),
    CASE WHEN created_at <= as_of THEN created_at END AS created,
    CASE WHEN password_used_at <= as_of THEN password_used_at END AS password_used,
    CASE WHEN password_changed_at <= as_of THEN password_changed_at END AS password_changed,
    CASE WHEN rotated_1_at <= as_of THEN rotated_1_at END AS rotated_1,
    CASE WHEN rotated_2_at <= as_of THEN rotated_2_at END AS rotated_2,
    CASE WHEN used_1_at <= as_of THEN used_1_at END AS used_1,
    CASE WHEN used_2_at <= as_of THEN used_2_at END AS used_2
  FROM cells
),
-- Whether each rule is broken, and whether it applies.
judged AS (
  SELECT
    account, is_root, more, mfa, password, partition,
    CASE WHEN no_rotated_1 THEN false WHEN rotated_1 IS NOT NULL THEN true END AS has_1,
    CASE WHEN no_rotated_2 THEN false WHEN rotated_2 IS NOT NULL THEN true END AS has_2,
    key_1 OR key_2 OR (NOT key_1 AND has_1) OR (NOT key_2 AND has_2) AS root_key,
    password OR password_not_supported OR key_1 OR key_2 OR has_1 OR has_2 AS root_credentials,
    CASE
      WHEN greatest(password_used, used_1, used_2) > limit_at THEN true
      WHEN (no_password_used OR password_used IS NOT NULL)
        AND (no_used_1 OR used_1 IS NOT NULL) AND (no_used_2 OR used_2 IS NOT NULL) THEN false
    END AS root_use,
    CASE WHEN no_used_1 THEN true WHEN used_1 IS NOT NULL THEN false END AS never_1,
    CASE WHEN no_used_2 THEN true WHEN used_2 IS NOT NULL THEN false END AS never_2,
    (key_1 AND (abs(epoch(rotated_1) - epoch(created)) <= 10 OR never_1))
      OR (key_2 AND (abs(epoch(rotated_2) - epoch(created)) <= 10 OR never_2)) AS keys_at_setup,
    key_1 OR key_2 AS any_key,
    key_1 AND key_2 AS both_keys,
    (key_1 AND rotated_1 < limit_at) OR (key_2 AND rotated_2 < limit_at) AS old_key,
    (key_1 AND CASE WHEN no_used_1 THEN rotated_1 ELSE used_1 END <= limit_at)
      OR (key_2 AND CASE WHEN no_used_2 THEN rotated_2 ELSE used_2 END <= limit_at)
      OR (password AND CASE WHEN password_never_used THEN password_changed ELSE password_used END <= limit_at)
      AS unused
  FROM dated
),
-- Verdicts as numbers, which are grouped sooner than words: 0 pass, 1 fail, 3 not applicable, 5 incomplete.
verdicts AS MATERIALIZED (
  SELECT
    account, is_root,
    CASE WHEN NOT is_root THEN NULL
      WHEN root_key THEN 1 WHEN root_key IS NULL OR more THEN 5 ELSE 0 END::UTINYINT AS v1,
    CASE WHEN NOT is_root THEN NULL
      WHEN partition = 'aws-us-gov' THEN 3
      WHEN mfa THEN 0
      WHEN root_credentials AND NOT mfa THEN 1
      WHEN root_credentials OR root_credentials IS NULL OR more THEN 5 ELSE 3 END::UTINYINT AS v2,
    CASE WHEN NOT is_root THEN NULL
      WHEN root_use THEN 1 WHEN root_use IS NULL OR more THEN 5 ELSE 0 END::UTINYINT AS v3,
    CASE WHEN is_root THEN NULL
      WHEN NOT password THEN 3
      WHEN password IS NULL OR mfa IS NULL THEN 5
      WHEN mfa THEN 0 ELSE 1 END::UTINYINT AS v4,
    CASE WHEN is_root THEN NULL
      WHEN NOT password THEN 3
      WHEN password AND keys_at_setup THEN 1
      WHEN password IS NULL OR keys_at_setup IS NULL OR more THEN 5 ELSE 0 END::UTINYINT AS v5,
    CASE WHEN is_root THEN NULL
      WHEN (any_key OR password) AND unused THEN 1
      WHEN any_key OR password IS NULL OR password OR any_key IS NULL THEN
        CASE WHEN (any_key OR password) AND NOT unused AND NOT more THEN 0 ELSE 5 END
      WHEN more THEN 5 ELSE 3 END::UTINYINT AS v6,
    CASE WHEN is_root THEN NULL
      WHEN both_keys THEN 1 WHEN both_keys IS NULL OR more THEN 5 ELSE 0 END::UTINYINT AS v7,
    CASE WHEN is_root THEN NULL
      WHEN any_key AND old_key THEN 1
      WHEN any_key AND NOT old_key AND NOT more THEN 0
      WHEN any_key OR any_key IS NULL OR more THEN 5 ELSE 3 END::UTINYINT AS v8
  FROM judged
),
groups AS MATERIALIZED (
  SELECT v1, v2, v3, v4, v5, v6, v7, v8, count(*) AS n FROM verdicts GROUP BY ALL
),
-- Accounts whose only row is root's have no user to judge.
empty_accounts AS MATERIALIZED (
  SELECT count(*) FILTER (is_root) - count(DISTINCT account) FILTER (NOT is_root) AS n FROM verdicts
)
SELECT 'root-access-key-absent', v1::INTEGER, sum(n)::BIGINT FROM groups WHERE v1 IS NOT NULL GROUP BY v1
UNION ALL SELECT 'root-mfa-enabled', v2::INTEGER, sum(n)::BIGINT FROM groups WHERE v2 IS NOT NULL GROUP BY v2
UNION ALL SELECT 'root-use', v3::INTEGER, sum(n)::BIGINT FROM groups WHERE v3 IS NOT NULL GROUP BY v3
UNION ALL SELECT 'console-user-mfa', v4::INTEGER, sum(n)::BIGINT FROM groups WHERE v4 IS NOT NULL GROUP BY v4
UNION ALL SELECT 'no-keys-at-initial-setup', v5::INTEGER, sum(n)::BIGINT FROM groups WHERE v5 IS NOT NULL GROUP BY v5
UNION ALL SELECT 'credentials-unused', v6::INTEGER, sum(n)::BIGINT FROM groups WHERE v6 IS NOT NULL GROUP BY v6
UNION ALL SELECT 'one-active-access-key', v7::INTEGER, sum(n)::BIGINT FROM groups WHERE v7 IS NOT NULL GROUP BY v7
UNION ALL SELECT 'access-key-rotation', v8::INTEGER, sum(n)::BIGINT FROM groups WHERE v8 IS NOT NULL GROUP BY v8
UNION ALL SELECT name, 3, n::BIGINT FROM empty_accounts, unnest(['console-user-mfa',
  'no-keys-at-initial-setup', 'credentials-unused', 'one-active-access-key', 'access-key-rotation']) AS t(name)
