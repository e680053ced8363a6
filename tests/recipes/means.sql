-- What `oca portfolio` says of each round and rubric, and of their outermost areas, from the items alone.
-- percentile_cont is R's type 7, as the portfolio's quartiles are. An organization without a percent has no shares.
WITH overall AS (
    SELECT organization, role, rubric, sum(share * percent) AS percent
    FROM answers WHERE role IN ('baseline', 'latest') GROUP BY organization, role, rubric
), areas AS (
    SELECT organization, role, rubric, area, sum(area_share * percent) AS percent
    FROM answers WHERE role IN ('baseline', 'latest') GROUP BY organization, role, rubric, area
)
SELECT role, rubric, '' AS area, count(percent) AS n, avg(percent) AS mean,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY percent) AS median,
       percentile_cont(0.25) WITHIN GROUP (ORDER BY percent) AS q1,
       percentile_cont(0.75) WITHIN GROUP (ORDER BY percent) AS q3
FROM overall GROUP BY role, rubric
UNION ALL
SELECT role, rubric, area, count(percent), avg(percent),
       percentile_cont(0.5) WITHIN GROUP (ORDER BY percent),
       percentile_cont(0.25) WITHIN GROUP (ORDER BY percent),
       percentile_cont(0.75) WITHIN GROUP (ORDER BY percent)
FROM areas GROUP BY role, rubric, area
ORDER BY role, rubric, area;
