-- The results of one project, formats 3 to 5 (PRAGMA user_version). Times are milliseconds since 1970, UTC. The last column of a
-- table is a checksum over the other columns of the row; a row that something else has changed counts as damaged.

CREATE TABLE run (
  number INTEGER PRIMARY KEY,   -- from 1 on; the files of a run are in the folder runs/<number>
  title TEXT NOT NULL,
  state TEXT NOT NULL,          -- running, done, failed, cancelled
  seed INTEGER NOT NULL,
  optimiser TEXT NOT NULL,      -- name of the design method
  evaluator TEXT NOT NULL,      -- version and settings of the forward model; equal texts share evaluations
  settings TEXT NOT NULL,       -- JSON: the experiment with all defaults filled in
  problem TEXT NOT NULL,        -- JSON: objectives, design space, layout for pictures
  versions TEXT NOT NULL,       -- JSON: bundles and Java machine
  host TEXT NOT NULL,           -- JSON: facts about the machine
  started INTEGER NOT NULL,
  finished INTEGER,
  evaluations INTEGER NOT NULL, -- evaluations spent
  best REAL,                    -- best value of the first objective
  failure TEXT,                 -- why it failed
  checksum INTEGER NOT NULL
);

-- So that beginning a run takes no longer the more runs there are.
CREATE INDEX run_by_evaluator ON run (evaluator);
CREATE INDEX run_at_work ON run (state) WHERE state = 'running';

CREATE TABLE candidate_set (    -- designs that one iteration of a method asked for from one source
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL,
  source TEXT NOT NULL,         -- e.g. sample, inverse
  iteration INTEGER NOT NULL,   -- from 0 on
  size INTEGER NOT NULL,        -- number of evaluations
  total INTEGER NOT NULL,       -- sum of their counts
  sums BLOB NOT NULL,           -- checksums over the columns of its evaluations
  best BLOB NOT NULL,           -- positions of its 16 best evaluations by the first objective, the best first, in 4-byte
                                -- little-endian numbers
  checksum INTEGER NOT NULL,
  UNIQUE (run, source, iteration)
);

CREATE TABLE evaluation (
  candidate_set INTEGER NOT NULL,
  position INTEGER NOT NULL,    -- place in the set, from 0 on
  design BLOB NOT NULL,         -- binary: variable j is bit j % 8 of byte j / 8; else 8-byte little-endian numbers
  value REAL,                   -- first objective; NULL if the evaluation failed
  predicted REAL,               -- what the predictor expected, if it was asked
  count INTEGER NOT NULL,       -- how often the design was found
  spent INTEGER NOT NULL,       -- evaluations that the run had spent with this one
  time INTEGER NOT NULL,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (candidate_set, position)
) WITHOUT ROWID;

CREATE TABLE further_value (    -- second and further objectives
  candidate_set INTEGER NOT NULL,
  position INTEGER NOT NULL,
  objective INTEGER NOT NULL,   -- from 1 on
  value REAL,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (candidate_set, position, objective)
) WITHOUT ROWID;

CREATE TABLE gradient (         -- derivatives of the first objective, where a method asked for them
  candidate_set INTEGER NOT NULL,
  position INTEGER NOT NULL,
  derivatives BLOB NOT NULL,    -- 8-byte little-endian numbers, one a variable
  checksum INTEGER NOT NULL,
  PRIMARY KEY (candidate_set, position)
) WITHOUT ROWID;

CREATE TABLE failure (          -- why designs have no value
  candidate_set INTEGER NOT NULL,
  position INTEGER NOT NULL,
  reason TEXT NOT NULL,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (candidate_set, position)
) WITHOUT ROWID;

CREATE TABLE metric (
  run INTEGER NOT NULL,
  name TEXT NOT NULL,           -- e.g. training loss
  iteration INTEGER NOT NULL,
  step INTEGER NOT NULL,        -- e.g. the epoch
  value REAL,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (run, name, iteration, step)
) WITHOUT ROWID;

CREATE TABLE event (
  run INTEGER NOT NULL,
  time INTEGER NOT NULL,
  message TEXT NOT NULL,
  checksum INTEGER NOT NULL,
  UNIQUE (run, message)
);

CREATE TABLE phase (            -- how long the stretches of work took
  run INTEGER NOT NULL,
  name TEXT NOT NULL,
  seconds REAL NOT NULL,        -- also those of steps that were repeated after a stop
  steps INTEGER NOT NULL,       -- each once
  unit TEXT NOT NULL,
  begun INTEGER NOT NULL,       -- evaluations that the run had spent when it began
  checksum INTEGER NOT NULL,
  UNIQUE (run, name, begun)
);

CREATE TABLE artefact (         -- files that a run wrote to runs/<number>
  run INTEGER NOT NULL,
  name TEXT NOT NULL,           -- kind:numbers:file name, e.g. predictor:3:predictor-3.zip; else the file name alone
  size INTEGER NOT NULL,        -- bytes
  sha256 TEXT NOT NULL,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (run, name)
) WITHOUT ROWID;

CREATE TABLE tally (            -- how many rows there are, so that a lost one is missed
  run INTEGER NOT NULL,         -- 0 for the runs themselves
  part TEXT NOT NULL,           -- the table
  name TEXT NOT NULL,           -- of a series of metrics; else empty
  size INTEGER NOT NULL,
  sum INTEGER NOT NULL,         -- sum of their checksums; of the runs, the highest number that one ever had
  PRIMARY KEY (run, part, name)
) WITHOUT ROWID;

CREATE VIEW evaluations AS      -- for people and other programs
  SELECT run, source, iteration, position, hex(design) AS design, value, predicted, count, spent, time
  FROM evaluation JOIN candidate_set ON candidate_set.id = evaluation.candidate_set;
