-- when the file of an import and what the check found were deleted; null while they are kept
alter table patient_import add column file_deleted_at datetime(6);
create index patient_import_kept on patient_import (file_deleted_at, changed_at);
