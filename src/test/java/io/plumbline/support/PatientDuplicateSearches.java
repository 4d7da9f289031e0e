package io.plumbline.support;

import io.plumbline.patients.duplicates.PatientDuplicateSearchService;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Searches possible duplicates among patients until none waits, beside the portal's own job, which does the same. */
public final class PatientDuplicateSearches {
    private PatientDuplicateSearches() {}

    public static void search(Staff staff, PatientDuplicateSearchService search, JdbcClient jdbc) {
        do {
            try {
                staff.as("system", search::due).forEach(patient -> staff.as("system", () -> search.search(patient)));
            } catch (ConcurrencyFailureException theJobFoundTheSame) {
                // what is left is searched in the next round, as the job does
            }
        } while (jdbc.sql("select count(*) from patient_record_search")
                        .query(Long.class)
                        .single()
                > 0);
    }
}
