package io.plumbline.records.clinicexports;

import io.plumbline.records.RecordZip;
import io.plumbline.shared.Count;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;

/** What an export of a clinic says of itself: to read, and for a program that loads it. */
final class ClinicExportManifest {
    private final ClinicExportId export;
    private final String clinic;
    private final Instant at;
    private final Map<String, Long> rows;
    private final Map<String, SequencedMap<String, String>> columns = new HashMap<>();
    private final List<Map<String, Object>> files = new ArrayList<>();
    private final List<UUID> missing = new ArrayList<>();

    /**
     * @param at the instant of which the rows are
     * @param rows how many rows each table has, once they are counted
     */
    ClinicExportManifest(ClinicExportId export, String clinic, Instant at, Map<String, Long> rows) {
        this.export = export;
        this.clinic = clinic;
        this.at = at;
        this.rows = rows;
    }

    /** Returns the text that stands first in the archive. */
    byte[] readme() {
        return """
            Everything of the clinic %s
            As it was at %s (UTC)
            %s

            WHAT IS IN THIS FILE
            manifest.json  Each table with its columns and number of rows, each file with its row in patient_attachment,
                           the checksum of everything, and what was left out and why.
            json           Each table as JSON: an array with one object a row, exactly as it is stored.
            csv            The same for spreadsheets, in UTF-8. A cell that a spreadsheet could run as a formula has an
                           apostrophe in front; read json where each character counts.
            files          The files on the records: reports, pictures, signed forms.
            SHA256SUMS     The checksum of each file in here.

            HOW TO READ IT
            manifest.json says of each column whether it is a uuid, an instant, a date, a time, a number, a boolean or a
            text. An instant is in UTC. A date or a time without zone is that of the clinic of its row, whose zone is in
            clinic. A uuid in patient_id is id in patient, one in session_note_id or note_id is id in its note, and one
            that says who did something (such as signed_by) is id in staff_account; the portal itself is in no row. A
            text that begins with { or [ is JSON.
            The records of the patients of this clinic are whole, also where another clinic of the group wrote in them.

            HOW TO CHECK THAT NOTHING IS MISSING OR CHANGED
            Unpack this file into a folder of its own and type there
                shasum -a 256 -c SHA256SUMS
            Each line must end with OK. Then compare the number of rows of each table with manifest.json.

            This file contains health information. Keep it where only people who may read it can open it.
            """.formatted(clinic, at, contents()).getBytes(StandardCharsets.UTF_8);
    }

    /** Notes the columns of a table, with what their values are. */
    void describe(ExportedTable table, SequencedMap<String, String> found) {
        columns.put(table.name(), found);
    }

    /**
     * Notes a file.
     *
     * @param id of its row in {@code patient_attachment}
     * @param sha256 the hash that was noted when it was added
     */
    void addFile(UUID id, RecordZip.Entry entry, String sha256) {
        var file = new LinkedHashMap<String, Object>();
        file.put("attachment", id);
        file.put("name", entry.name());
        file.put("bytes", entry.bytes());
        file.put("sha256", entry.sha256());
        file.put("isAsAdded", entry.sha256().equals(sha256));
        files.add(file);
    }

    /** Notes that the content of a file is missing in the portal. */
    void miss(UUID id) {
        missing.add(id);
    }

    /** Returns the list of what is in the archive, apart from itself and the checksums. */
    SequencedMap<String, Object> list(List<RecordZip.Entry> entries) {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("format", "plumbline-clinic-export-1");
        manifest.put("export", export.value());
        manifest.put("clinic", clinic);
        manifest.put("exportedAt", at);
        var tables = new ArrayList<Map<String, Object>>();
        for (var table : ExportedTables.all()) {
            var one = new LinkedHashMap<String, Object>();
            one.put("table", table.name());
            one.put("rows", rows.getOrDefault(table.name(), 0L));
            one.put("columns", Objects.requireNonNull(columns.get(table.name())));
            one.put("leftOutColumns", table.without().stream().sorted().toList());
            tables.add(one);
        }
        manifest.put("tables", tables);
        manifest.put("files", files);
        manifest.put("missingFiles", missing);
        manifest.put("leftOutTables", ExportedTables.leftOut());
        manifest.put("entries", entries);
        return manifest;
    }

    /** Returns how many records are in it, in words; at most 400 characters. */
    String contents() {
        var words = new ArrayList<String>();
        words.add(Count.of(rows("patient"), "patient", "patients"));
        words.add(Count.of(rows("consultation_lead"), "lead", "leads"));
        words.add(Count.of(rows("intake_note"), "intake note", "intake notes"));
        words.add(Count.of(rows("treatment_plan"), "treatment plan", "treatment plans"));
        words.add(Count.of(rows("session_note"), "session note", "session notes"));
        words.add(Count.of(rows("appointment"), "appointment", "appointments"));
        words.add(Count.of(rows("patient_attachment"), "file", "files"));
        return String.join(", ", words) + (missing.isEmpty() ? "" : " (" + missing.size() + " missing in the portal)");
    }

    private long rows(String table) {
        return rows.getOrDefault(table, 0L);
    }
}
