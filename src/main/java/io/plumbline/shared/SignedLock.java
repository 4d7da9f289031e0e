package io.plumbline.shared;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * The H2 trigger that protects signed notes and their rows; MySQL has SQL triggers for this. A note that is no longer a
 * draft cannot be changed or deleted, and its rows cannot be added, changed, or deleted. It cannot move to another
 * package: every store has its full name in its triggers.
 */
public final class SignedLock implements Trigger {
    private static final Pattern NOTE_OR_ROWS = Pattern.compile("([a-z]+_note)(_.+)?");
    private static final String DRAFT = "DRAFT";

    private @Nullable String note;
    private int column;
    private boolean isNote;

    @Override
    public void init(Connection connection, String schema, String trigger, String table, boolean before, int type)
            throws SQLException {
        var name = NOTE_OR_ROWS.matcher(table);
        if (!name.matches()) {
            throw new SQLException("No table of a note or its rows: " + table);
        }
        note = name.group(1);
        isNote = name.group(2) == null;
        column = columnOf(connection, table, isNote ? "status" : "note_id");
    }

    /** @throws SQLException if the note is signed */
    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        if (isSigned(connection, before) || !isNote && isSigned(connection, after)) {
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

    private static int columnOf(Connection connection, String table, String name) throws SQLException {
        try (var columns = connection.getMetaData().getColumns(null, null, table, name)) {
            columns.next();
            return columns.getInt("ORDINAL_POSITION") - 1;
        }
    }
}
