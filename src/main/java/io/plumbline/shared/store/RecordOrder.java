package io.plumbline.shared.store;

import java.util.Collection;

/** The order in SQL of rows of one patient, whose records may be several that are read as one. */
public final class RecordOrder {
    private RecordOrder() {}

    /**
     * Returns the columns to order by. With one record, they begin with its column, as the index does, so that H2 reads
     * only as many rows as are asked for; with several, the rows of all are in one order.
     *
     * @param column the column with the record, for example {@code patient_id desc}
     * @param order the other columns
     */
    public static String by(Collection<?> records, String column, String order) {
        return records.size() == 1 ? column + ", " + order : order;
    }
}
