package io.plumbline.leads.list;

import io.plumbline.shared.Caller;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.Ids;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The caller's saved lead filters. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_READ)
public class SavedLeadFilterService {
    /** Message for a name that another saved filter has. */
    public static final String NAME_TAKEN = "You already have saved filters with this name. Choose another name";

    public static final int LONGEST_NAME = 60;

    private static final int MOST = 20;
    private static final int LONGEST_QUERY = 1000;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    SavedLeadFilterService(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Returns the query string of each saved filter by name. */
    public Map<String, String> findForCaller() {
        var saved = new LinkedHashMap<String, String>();
        jdbc.sql("select name, query from saved_lead_filter where staff_id = ? order by name limit " + MOST)
                .param(me())
                .query(row -> {
                    saved.put(row.getString("name"), row.getString("query"));
                });
        return saved;
    }

    /**
     * Saves a filter, replacing one with the same name.
     *
     * @param name at most 60 characters
     * @param query the query string from the URL
     * @throws Refused if the name is missing or too long, or there are too many saved filters, with a
     *     message for the user
     */
    @Transactional
    public void save(String name, String query) {
        var kept = TextLimit.required("The name", name, LONGEST_NAME);
        var all = findForCaller();
        if (all.size() >= MOST && !all.containsKey(kept)) {
            throw new Refused("You have " + MOST + " saved filters: remove one first");
        }
        delete(kept);
        jdbc.sql("insert into saved_lead_filter (staff_id, name, query) values (?, ?, ?)")
                .params(me(), kept, TextLimit.optional("The filter", query, LONGEST_QUERY))
                .update();
        tell(LeadFilterSaved.Deed.SAVED);
    }

    /**
     * Renames a saved filter.
     *
     * @param name at most 60 characters
     * @throws Refused if the name is missing, too long or taken, or the filter no longer exists, with
     *     a message for the user
     */
    @Transactional
    public void rename(String before, String name) {
        var kept = TextLimit.required("The name", name, LONGEST_NAME);
        if (kept.equals(before)) {
            return;
        }
        if (findForCaller().containsKey(kept)) {
            throw new Refused(NAME_TAKEN);
        }
        var renamed = jdbc.sql("update saved_lead_filter set name = ? where staff_id = ? and name = ?")
                .params(kept, me(), before)
                .update();
        if (renamed == 0) {
            throw new Refused("These filters are no longer saved. Save them again");
        }
        tell(LeadFilterSaved.Deed.RENAMED);
    }

    /** Deletes a saved filter; does nothing if there is none. */
    @Transactional
    public void remove(String name) {
        if (delete(name) > 0) {
            tell(LeadFilterSaved.Deed.REMOVED);
        }
    }

    private void tell(LeadFilterSaved.Deed deed) {
        events.publishEvent(new LeadFilterSaved(Caller.current().staff(), deed));
    }

    private int delete(String name) {
        return jdbc.sql("delete from saved_lead_filter where staff_id = ? and name = ?")
                .params(me(), name)
                .update();
    }

    private static byte[] me() {
        return Ids.bytes(Caller.current().staff().value());
    }
}
