package io.plumbline.store;

import io.plumbline.leads.LeadTwinSearchService;
import io.plumbline.support.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for possible duplicates until none has to be looked for, also of those that the portal's own job has taken. */
final class HiddenTwins {
    private HiddenTwins() {}

    static void look(Staff staff, LeadTwinSearchService search, JdbcClient jdbc) {
        do {
            staff.as("system", search::look);
        } while (jdbc.sql("select count(*) from lead_twin_due")
                        .query(Long.class)
                        .single()
                > 0);
    }
}
