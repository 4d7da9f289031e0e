package io.plumbline.shared;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * The H2 trigger that protects signed notes and their rows; MySQL has SQL triggers for this. A note that is no longer a
 * draft cannot be changed or deleted, and its rows cannot be added, changed, or deleted. Only its status may become one
 * of those that follow a signature, and with it its version, and only once the store has the row that says why. Whole rows are deleted while a disposal that two people
 * approved is running for the patient. It cannot move to another package: every store has its full name in its triggers.
 */
public final class SignedLock implements Trigger {
    private static final Pattern NOTE_OR_ROWS = Pattern.compile("([a-z]+_note)(_.+)?");
    private static final String DRAFT = "DRAFT";

    /** The columns that change with the status; the last two are computed from it. */
    private static final Set<String> OF_STATUS =
            Set.of("status", "version", "planned_visit_or_self", "appointment_or_self");

    /** The statuses that may follow one after the signature. */
    private static final Map<String, Set<String>> NEXT =
            Map.of("AWAITING_COSIGNATURE", Set.of("SIGNED", "ENTERED_IN_ERROR"), "SIGNED", Set.of("ENTERED_IN_ERROR"));

    /** Finds the row that gives a session note a status after its signature. */
    private static final Map<String, String> GIVEN_BY = Map.of(
            "SIGNED", "select 1 from session_note_cosignature where note_id = ? and decision = 'COSIGNED'",
            "ENTERED_IN_ERROR", "select 1 from session_note_amendment where note_id = ? and kind = 'ENTERED_IN_ERROR'");

    private @Nullable String note;
    private int column;
    private int key;
    private boolean isNote;
    private List<Integer> locked = List.of();

    @Override
    public void init(Connection connection, String schema, String trigger, String table, boolean before, int type)
            throws SQLException {
        var name = NOTE_OR_ROWS.matcher(table);
        if (!name.matches()) {
            throw new SQLException("No table of a note or its rows: " + table);
        }
        note = name.group(1);
        isNote = name.group(2) == null;
        var columns = columnsOf(connection, table);
        column = columns.indexOf(isNote ? "status" : "note_id");
        if (column < 0) {
            // H2 loads the trigger before a table that it rebuilds has its name, and after this failure once more
            throw new SQLException("The table is being rebuilt: " + table);
        }
        key = isNote ? columns.indexOf("id") : column;
        locked = IntStream.range(0, columns.size())
                .filter(at -> !OF_STATUS.contains(columns.get(at)))
                .boxed()
                .toList();
    }

    /** @throws SQLException if the note is signed */
    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        var isRefused = isSigned(connection, before)
                && !isNextStatus(connection, before, after)
                && !isDisposed(connection, before, after);
        if (isRefused || !isNote && isSigned(connection, after)) {
            throw new SQLException("Signed: it is corrected by an addition, never changed", "45000");
        }
    }

    private boolean isSigned(Connection connection, Object @Nullable [] row) throws SQLException {
        if (row == null) {
            return false;
        }
        if (isNote) {
            return !row[column].equals(DRAFT);
        }
        try (var asked = connection.prepareStatement("select 1 from " + note + " where id = ? and status <> ?")) {
            asked.setObject(1, row[column]);
            asked.setString(2, DRAFT);
            try (ResultSet found = asked.executeQuery()) {
                return found.next();
            }
        }
    }

    private boolean isDisposed(Connection connection, Object @Nullable [] before, Object @Nullable [] after)
            throws SQLException {
        if (before == null || after != null) {
            return false;
        }
        try (var asked = connection.prepareStatement("select 1 from " + note + " n join disposal_entry e"
                + " on e.patient_id = n.patient_id and e.status = 'RUNNING' join disposal_list l on l.id = e.list_id"
                + " and l.status = 'RUNNING' where n.id = ?")) {
            asked.setObject(1, before[key]);
            try (ResultSet found = asked.executeQuery()) {
                return found.next();
            }
        }
    }

    private boolean isNextStatus(Connection connection, Object @Nullable [] before, Object @Nullable [] after)
            throws SQLException {
        return isNote
                && before != null
                && after != null
                && NEXT.getOrDefault(before[column], Set.of()).contains(after[column])
                && locked.stream().allMatch(at -> Objects.deepEquals(before[at], after[at]))
                && isGiven(connection, before[key], after[column]);
    }

    private static boolean isGiven(Connection connection, Object id, Object status) throws SQLException {
        try (var asked = connection.prepareStatement(Objects.requireNonNull(GIVEN_BY.get(status)))) {
            asked.setObject(1, id);
            try (ResultSet found = asked.executeQuery()) {
                return found.next();
            }
        }
    }

    private static List<String> columnsOf(Connection connection, String table) throws SQLException {
        var names = new ArrayList<String>();
        try (var columns = connection.getMetaData().getColumns(null, null, table, null)) {
            while (columns.next()) {
                names.add(columns.getString("COLUMN_NAME"));
            }
        }
        return names;
    }
}
