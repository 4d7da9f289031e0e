package io.plumbline.support;

import io.plumbline.leads.duplicates.DuplicateSearchService;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for possible duplicates until none has to be looked for, beside the portal's own job, which does the same. */
public final class DuplicateSearches {
    private DuplicateSearches() {}

    public static void look(Staff staff, DuplicateSearchService search, JdbcClient jdbc) {
        do {
            try {
                staff.as("system", search::duePatients)
                        .forEach(patient -> staff.as("system", () -> search.look(patient)));
                staff.as("system", search::due).forEach(lead -> staff.as("system", () -> search.look(lead)));
            } catch (ConcurrencyFailureException theJobFoundTheSame) {
                // what is left is looked for in the next round, as the job does
            }
        } while (jdbc.sql(
                                "select (select count(*) from lead_duplicate_search) + (select count(*) from patient_duplicate_search)")
                        .query(Long.class)
                        .single()
                > 0);
    }
}
