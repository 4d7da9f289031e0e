package io.plumbline.bench;

import io.plumbline.bench.Journal.Entry;
import io.plumbline.bench.Journal.NoteKept;
import io.plumbline.bench.Journal.NoteSigned;
import io.plumbline.shared.ids.Ids;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One session note after a kill: the last text that was acknowledged or a later one, and signed as a whole or not at all. */
final class SurvivedNote {
    private static final List<String> SIGNATURE = List.of("signed_at", "signed_by", "content_hash");

    private final JdbcClient jdbc;
    private final UUID note;
    private final List<String> faults;

    /** @param faults to which is added what is not as it should be */
    SurvivedNote(JdbcClient jdbc, UUID note, List<String> faults) {
        this.jdbc = jdbc;
        this.note = note;
        this.faults = faults;
    }

    /** @param saves of this note, in the order in which they were asked */
    void settle(List<Entry> saves) {
        var rows = jdbc.sql("select n.*, a.status as visit from session_note n"
                        + " left join appointment a on a.id = n.appointment_id where n.id = ?")
                .param(Ids.bytes(note))
                .query()
                .listOfRows();
        if (rows.isEmpty()) {
            faults.add("Session note " + note + " is lost");
            return;
        }
        settleTexts(saves, String.valueOf(rows.getFirst().get("next_step")));
        settleSignature(saves, rows.getFirst());
    }

    private void settleTexts(List<Entry> saves, String text) {
        var kept =
                saves.stream().filter(entry -> entry.save() instanceof NoteKept).toList();
        var found = -1;
        var due = -1;
        for (int i = 0; i < kept.size(); i++) {
            if (((NoteKept) kept.get(i).save()).nextStep().equals(text)) {
                found = i;
            }
            if (kept.get(i).isDue()) {
                due = i;
            }
        }
        for (int i = 0; i < kept.size(); i++) {
            // what was asked before a later text that is there cannot be told from what was not there
            kept.get(i).settle(i <= found);
        }
        if (found < due) {
            faults.add("Session note " + note + " lost its text \""
                    + ((NoteKept) kept.get(due).save()).nextStep() + "\" and has \"" + text + "\"");
        }
    }

    private void settleSignature(List<Entry> saves, Map<String, @Nullable Object> row) {
        var isSigned = "SIGNED".equals(row.get("status"));
        saves.stream().filter(entry -> entry.save() instanceof NoteSigned).forEach(entry -> {
            entry.settle(isSigned);
            if (entry.isDue() && !isSigned) {
                faults.add("The signature of session note " + note + " is lost");
            }
            if (entry.isDue() && !((NoteSigned) entry.save()).nextStep().equals(row.get("next_step"))) {
                faults.add("Session note " + note + " is signed with another text: " + row.get("next_step"));
            }
        });
        if (SIGNATURE.stream().anyMatch(column -> (row.get(column) != null) != isSigned)) {
            faults.add("Session note " + note + " is half signed: it is " + row.get("status") + ", signed_at "
                    + row.get("signed_at") + ", content_hash " + row.get("content_hash"));
        }
        if ("COMPLETED".equals(row.get("visit")) != isSigned) {
            faults.add("Session note " + note + " is " + row.get("status") + " and its visit " + row.get("visit"));
        }
    }
}
