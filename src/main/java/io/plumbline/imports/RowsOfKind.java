package io.plumbline.imports;

import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How rows of a kind other than patients are read, checked, imported, and taken back, one by one. */
public interface RowsOfKind {
    ImportKind kind();

    /**
     * Returns for each field in whose column the file has names of its own what such a name can mean at a clinic.
     */
    default Map<ImportField, List<Meaning>> meanings(ClinicId clinic) {
        return Map.of();
    }

    /**
     * Begins to read the rows of a file.
     *
     * @param headings how many the file has
     */
    Reading reading(ClinicId clinic, ImportSettings settings, int headings);

    /**
     * Takes back what a row became; in a transaction of its own.
     *
     * @return false if something has happened to it since, so that it stays
     */
    boolean takeBack(UUID record);

    /**
     * What a name in a file can mean.
     *
     * @param value as it is stored
     * @param label as shown
     */
    record Meaning(String value, String label) {}

    /** Reads rows, in the order of the file. */
    interface Reading {
        Row read(CsvRow row);
    }

    /** Reads a part of a row; null if it is refused, which is then among the problems. */
    static <T> @Nullable T tried(String what, Supplier<T> read, List<String> problems) {
        try {
            return read.get();
        } catch (Refused refused) {
            problems.add(what + ": " + refused.sentence());
            return null;
        }
    }

    /**
     * A row of a file.
     *
     * @param number from 1, without the headings
     * @param line the line of the file where it begins, from 1
     * @param externalId by which the same row is known again
     * @param name by which a person finds it in the file
     * @param details what it says, for the preview
     * @param problems what is wrong, each in a sentence
     * @param isPast whether it is left out because its time is over
     * @param writing null if it is not imported
     */
    record Row(
            long number,
            long line,
            String externalId,
            String name,
            String details,
            List<String> problems,
            boolean isPast,
            @Nullable Writing writing) {}

    /** What writes a row. */
    interface Writing {
        /**
         * Writes the record, in a transaction.
         *
         * @throws Refused if it cannot be written; the message is for the user
         */
        UUID write();

        /**
         * Finds out whether the record can be written, outside any transaction; writes nothing.
         *
         * @throws Refused if it cannot; the message is for the user
         */
        void tryOut();
    }
}
