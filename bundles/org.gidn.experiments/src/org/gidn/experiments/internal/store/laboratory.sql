-- What people measure, from format 4 on; written as the tables of schema.sql are.

CREATE TABLE asked (            -- designs that a run wants measured
  run INTEGER NOT NULL,
  number INTEGER NOT NULL,      -- from 1 on; what people write on specimens
  design BLOB NOT NULL,
  predicted REAL,               -- what the predictor expects, if it was asked
  source TEXT NOT NULL,         -- as in candidate_set
  iteration INTEGER NOT NULL,
  time INTEGER NOT NULL,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (run, number)
) WITHOUT ROWID;

CREATE TABLE told (             -- what people measured, a row a specimen; a design may have several, or have been asked by nobody
  run INTEGER NOT NULL,
  number INTEGER NOT NULL,      -- from 1 on, in the order in which they were told
  design BLOB NOT NULL,
  outputs BLOB NOT NULL,        -- 8-byte little-endian numbers, in the order of the problem; NaN if there is no value
  failure TEXT,                 -- why there is none
  remark TEXT NOT NULL,
  who TEXT NOT NULL,
  time INTEGER NOT NULL,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (run, number)
) WITHOUT ROWID;
