-- what a chiropractor decided with the conclusion on the contraindications that the note left to one, as JSON
alter table intake_note_conclusion add column decided varchar(8000);
