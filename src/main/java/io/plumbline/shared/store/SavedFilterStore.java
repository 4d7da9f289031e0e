package io.plumbline.shared.store;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Refused;
import io.plumbline.shared.SavedFilters;
import io.plumbline.shared.TextLimit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the filters that users come back to, by owner and list; the service of a list says who may. */
@Component
public class SavedFilterStore {
    private static final int MOST = 20;
    private static final int LONGEST_QUERY = 1000;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    SavedFilterStore(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Returns the current user's saved filters of a list. A change needs a transaction.
     *
     * @param list the records of the list in one word, such as {@code lead}; at most 12 letters
     */
    public SavedFilters of(String list) {
        return new OfList(list);
    }

    private final class OfList implements SavedFilters {
        private final String list;

        OfList(String list) {
            this.list = list;
        }

        @Override
        public Map<String, String> findForCurrentUser() {
            var saved = new LinkedHashMap<String, String>();
            jdbc.sql("select name, query from saved_filter where staff_id = ? and list_name = ? order by name limit "
                            + MOST)
                    .params(CurrentUser.current().staff(), list)
                    .query(row -> {
                        saved.put(row.getString("name"), row.getString("query"));
                    });
            return saved;
        }

        @Override
        public void save(String name, String query) {
            var kept = TextLimit.required("The name", name, LONGEST_NAME);
            var all = findForCurrentUser();
            if (all.size() >= MOST && !all.containsKey(kept)) {
                throw new Refused("You have " + MOST + " saved filters: remove one first");
            }
            delete(kept);
            jdbc.sql("insert into saved_filter (staff_id, list_name, name, query) values (?, ?, ?, ?)")
                    .params(
                            CurrentUser.current().staff(),
                            list,
                            kept,
                            TextLimit.optional("The filter", query, LONGEST_QUERY))
                    .update();
            tell(FilterSaved.Deed.SAVED);
        }

        @Override
        public void rename(String before, String name) {
            var kept = TextLimit.required("The name", name, LONGEST_NAME);
            if (kept.equals(before)) {
                return;
            }
            if (findForCurrentUser().containsKey(kept)) {
                throw new Refused(NAME_TAKEN);
            }
            var renamed = jdbc.sql("update saved_filter set name = ? where staff_id = ? and list_name = ? and name = ?")
                    .params(kept, CurrentUser.current().staff(), list, before)
                    .update();
            if (renamed == 0) {
                throw new Refused("These filters are no longer saved. Save them again");
            }
            tell(FilterSaved.Deed.RENAMED);
        }

        @Override
        public void remove(String name) {
            if (delete(name) > 0) {
                tell(FilterSaved.Deed.REMOVED);
            }
        }

        private int delete(String name) {
            return jdbc.sql("delete from saved_filter where staff_id = ? and list_name = ? and name = ?")
                    .params(CurrentUser.current().staff(), list, name)
                    .update();
        }

        private void tell(FilterSaved.Deed deed) {
            events.publishEvent(new FilterSaved(CurrentUser.current().staff(), list, deed));
        }
    }
}
