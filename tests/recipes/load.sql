-- Tidy data of `oca portfolio … -o rows.csv` into PostgreSQL: psql -v rows=rows.csv -f load.sql
CREATE TABLE answers (
    organization text NOT NULL, name text NOT NULL, country text, district text, part_of text, profile text,
    rubric text NOT NULL, rubric_version text NOT NULL, tailoring text,
    round text NOT NULL, date date NOT NULL, role text NOT NULL, facilitated text NOT NULL,
    area text NOT NULL, item text NOT NULL, state text NOT NULL, basis text,
    score double precision, score_uncapped double precision, standing double precision, percent double precision,
    n integer NOT NULL, dk_share double precision, consensus double precision, gate text,
    weight double precision NOT NULL, share double precision, area_share double precision
);
\set load '\\copy answers FROM ' :'rows' ' WITH (FORMAT csv, HEADER)'
:load
