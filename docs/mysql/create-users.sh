#!/bin/bash
# Creates the database and its two users on MySQL's first start. The image runs this file, or reads it into its own
# shell where it is not executable; hence the parentheses.
(
  set -eu

  quoted() { # as SQL writes a text
    local text=${1//\\/\\\\}
    printf "'%s'" "${text//\'/\'\'}"
  }

  MYSQL_PWD=$MYSQL_ROOT_PASSWORD mysql --protocol=socket --user=root <<SQL
create database plumbline character set utf8mb4 collate utf8mb4_bin;
create user plumbline_owner identified by $(quoted "$PLUMBLINE_OWNER_PASSWORD");
grant all on plumbline.* to plumbline_owner with grant option;
-- in which a backup is verified; the owner makes and drops it
grant all on plumbline_restore.* to plumbline_owner;
-- may do nothing until afterMigrate__grants.sql says what
create user plumbline identified by $(quoted "$PLUMBLINE_DB_PASSWORD");
SQL
)
