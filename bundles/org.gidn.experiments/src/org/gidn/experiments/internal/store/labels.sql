-- What people say of runs, and which runs they have deleted, from format 5 on; written as the tables of schema.sql are.

CREATE TABLE label (
  run INTEGER PRIMARY KEY,
  name TEXT NOT NULL,           -- empty if it has none
  note TEXT NOT NULL,
  tags TEXT NOT NULL,           -- one a line
  star INTEGER NOT NULL,        -- 1 if it is starred
  archived INTEGER NOT NULL,    -- 1 if it is to be left out of lists
  checksum INTEGER NOT NULL
);

CREATE TABLE deleted (          -- so that the number of a run that was deleted is never another's
  run INTEGER PRIMARY KEY,
  time INTEGER NOT NULL,
  checksum INTEGER NOT NULL
);
