package io.plumbline.bench;

import io.plumbline.shared.ids.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Statements as somebody writes them by hand: a connection of the same pool, and nothing between. */
final class ByHand {
    private final DataSource store;

    ByHand(DataSource store) {
        this.store = store;
    }

    /** Something that is done in one transaction. */
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    /** Reads all values of all rows, and tells the id that stands first in each. */
    List<UUID> ids(String sql, Object... values) throws SQLException {
        try (var connection = store.getConnection()) {
            return ids(connection, sql, values);
        }
    }

    static List<UUID> ids(Connection connection, String sql, Object... values) throws SQLException {
        return rows(connection, sql, values).stream()
                .map(row -> Ids.uuid((byte[]) row[0]))
                .toList();
    }

    static List<Object[]> rows(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (var answer = statement.executeQuery()) {
                var columns = answer.getMetaData().getColumnCount();
                var rows = new ArrayList<Object[]>();
                while (answer.next()) {
                    var row = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        row[i] = answer.getObject(i + 1);
                    }
                    rows.add(row);
                }
                return rows;
            }
        }
    }

    static void change(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            if (statement.executeUpdate() == 0) {
                throw new IllegalStateException("Nothing was changed by " + sql);
            }
        }
    }

    void inTransaction(Work work) throws SQLException {
        try (var connection = store.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.on(connection);
                connection.commit();
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** One and the same question, asked of each of several. */
    static String unions(int times, String select) {
        return String.join(" union all ", Collections.nCopies(times, select));
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
