-- the codes of the official order files of ICD-10-CM that were imported; one that vanished is retired and kept
create table diagnosis_code (
    code varchar(8) not null primary key,
    description varchar(400) not null,
    -- the year of the file from which the description comes
    release_year int not null,
    -- the year of the first file that no longer has it; null while it is valid
    retired_year int
);
insert into disposal_rule (step, table_name, kind, reason) values
    (100151, 'diagnosis_code', 'NONE', 'It is about no patient');

-- as it stands on documents; empty if not recorded yet
alter table clinic add column address varchar(200);
