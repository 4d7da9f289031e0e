package io.plumbline.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The signed session notes of the demo, as its tests read them from the store. */
record DemoNotes(JdbcClient jdbc, JsonMapper json) {
    /** A signed note; its pressure is 0 if it has none. */
    record Note(
            String patient,
            LocalDate on,
            String service,
            int before,
            int after,
            int pressure,
            String response,
            String observations,
            String nextStep,
            String modalities,
            JsonNode details) {
        String said() {
            var said = details.get("subjective");
            return said == null ? "" : said.asString();
        }

        List<JsonNode> list(String field) {
            var list = details.get(field);
            return list == null
                    ? List.of()
                    : StreamSupport.stream(list.spliterator(), false).toList();
        }
    }

    /** Compares each note of a service with the one before it of the same patient. */
    void eachAfter(String service, BiConsumer<Note, Note> pair) {
        var last = new HashMap<String, Note>();
        for (var note : of(service)) {
            var before = last.put(note.patient(), note);
            if (before != null) {
                pair.accept(before, note);
            }
        }
    }

    List<Note> of(String service) {
        return all().stream().filter(note -> note.service().equals(service)).toList();
    }

    /** Returns them by patient, in the order of their days. */
    List<Note> all() {
        var modalities = jdbc
                .sql("select note_id, modality from session_note_modality")
                .query((row, n) ->
                        Map.entry(HexFormat.of().formatHex(row.getBytes("note_id")), row.getString("modality")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.joining(" "))));
        return jdbc.sql("""
                        select * from session_note where status = 'SIGNED'
                        order by patient_id, treated_on, signed_at""")
                .query((row, n) -> new Note(
                        HexFormat.of().formatHex(row.getBytes("patient_id")),
                        row.getObject("treated_on", LocalDate.class),
                        row.getString("service"),
                        row.getInt("pain_before"),
                        row.getInt("pain_after"),
                        row.getInt("pressure"),
                        row.getString("response"),
                        row.getString("observations"),
                        row.getString("next_step"),
                        modalities.getOrDefault(HexFormat.of().formatHex(row.getBytes("id")), ""),
                        json.readTree(row.getString("details"))))
                .list();
    }
}
