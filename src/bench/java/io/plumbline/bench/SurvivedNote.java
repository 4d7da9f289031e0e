package io.plumbline.bench;

import io.plumbline.bench.Journal.AddendumKept;
import io.plumbline.bench.Journal.AddendumSigned;
import io.plumbline.bench.Journal.Entry;
import io.plumbline.bench.Journal.NoteKept;
import io.plumbline.bench.Journal.NoteSigned;
import io.plumbline.bench.Journal.RowKept;
import io.plumbline.shared.ids.Ids;
import java.sql.Clob;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
        KeptTexts.settle(
                "Session note " + note,
                saves,
                save -> save instanceof NoteKept kept ? kept.nextStep() : null,
                String.valueOf(rows.getFirst().get("next_step")),
                faults);
        settleRows(saves, text(rows.getFirst().get("details")));
        settleAddenda(saves);
        settleSignature(saves, rows.getFirst());
    }

    /** A note that goes on after a kill has its row typed over: the last that was acknowledged is there, or a later one. */
    private void settleRows(List<Entry> saves, String details) {
        var there = saves.stream()
                .map(entry -> entry.save() instanceof RowKept row ? row.part() : "")
                .filter(part -> !part.isEmpty() && details.contains(part))
                .reduce((earlier, later) -> later)
                .orElse("");
        KeptTexts.settle(
                "A row of session note " + note,
                saves,
                save -> save instanceof RowKept row ? row.part() : null,
                there,
                faults);
    }

    private void settleAddenda(List<Entry> saves) {
        var signed = texts("select amendment from session_note_amendment where note_id = ? and kind = 'ADDENDUM'");
        for (var entry : saves) {
            if (entry.save() instanceof AddendumSigned addendum) {
                entry.settle(signed.contains(addendum.text()));
                if (entry.isDue() && !signed.contains(addendum.text())) {
                    faults.add("The signature of an addendum to session note " + note + " is lost");
                }
            }
        }
        var drafts = texts("select addendum from session_note_addendum_draft where note_id = ?");
        if (!signed.isEmpty() && !drafts.isEmpty()) {
            faults.add("Session note " + note + " has a signed addendum and still its draft");
        }
        KeptTexts.settle(
                "The addendum to session note " + note,
                saves,
                save -> save instanceof AddendumKept addendum ? addendum.text() : null,
                Stream.concat(signed.stream(), drafts.stream()).findFirst().orElse(""),
                faults);
    }

    private List<String> texts(String question) {
        return jdbc.sql(question).param(Ids.bytes(note)).query(String.class).list();
    }

    private static String text(@Nullable Object column) {
        try {
            return column instanceof Clob clob ? clob.getSubString(1, (int) clob.length()) : String.valueOf(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
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
