package io.plumbline.onlineintake;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Locks what was submitted by an online intake in the H2 store: no row is changed, and one is deleted only while a
 * disposal that two people approved is running for its patient. The MySQL store has the same triggers in SQL. Once in a
 * migration, this class keeps its name.
 */
public final class SubmissionLock implements Trigger {
    private static final String DISPOSED = """
            select 1 from online_intake i left join consultation_lead c on c.id = i.lead_id
            left join lead_alias a on a.lead_id = c.id left join consultation_lead k on k.id = a.read_under_id
            join disposal_entry e on e.patient_id in (i.patient_id, c.converted_patient_id, k.converted_patient_id)
                and e.status = 'RUNNING'
            join disposal_list l on l.id = e.list_id and l.status = 'RUNNING' where i.id = ?""";

    /** The first column. */
    private static final int INTAKE = 0;

    /** @throws SQLException unless its patient's record is being disposed of */
    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        if (before == null || after != null || !isDisposed(connection, before[INTAKE])) {
            throw new SQLException("Signed: it is corrected by an addition, never changed", "45000");
        }
    }

    private static boolean isDisposed(Connection connection, Object intake) throws SQLException {
        try (var asked = connection.prepareStatement(DISPOSED)) {
            asked.setObject(1, intake);
            try (ResultSet found = asked.executeQuery()) {
                return found.next();
            }
        }
    }
}
