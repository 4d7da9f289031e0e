package io.plumbline.backup;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** One row of a table as MySQL's SQL writes it, from the bytes that the server sends. */
final class SqlRow {
    private final ByteArrayOutputStream sql = new ByteArrayOutputStream();

    SqlRow() {
        sql.write('(');
    }

    /**
     * Adds a value.
     *
     * @param column its place, from 1
     * @param value in UTF-8, as the server sends it; null for none
     * @param type as MySQL's catalog calls it
     */
    void add(int column, byte @Nullable [] value, String type) {
        if (column > 1) {
            sql.write(',');
        }
        if (value == null) {
            ascii("null");
        } else {
            switch (type) {
                case "tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "float", "double" ->
                    sql.writeBytes(value);
                case "bit", "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" -> binary(value);
                default -> text(value);
            }
        }
    }

    private void binary(byte[] value) {
        ascii("x'");
        ascii(HexFormat.of().formatHex(value));
        sql.write('\'');
    }

    /** No byte of a letter of several bytes in UTF-8 is one of these. */
    private void text(byte[] value) {
        sql.write('\'');
        for (var one : value) {
            switch (one) {
                case '\'', '\\' -> escaped(one);
                case '\n' -> escaped('n');
                case '\r' -> escaped('r');
                case 0 -> escaped('0');
                default -> sql.write(one);
            }
        }
        sql.write('\'');
    }

    private void escaped(int letter) {
        sql.write('\\');
        sql.write(letter);
    }

    private void ascii(String text) {
        sql.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Returns the row, in parentheses. */
    byte[] bytes() {
        sql.write(')');
        return sql.toByteArray();
    }
}
