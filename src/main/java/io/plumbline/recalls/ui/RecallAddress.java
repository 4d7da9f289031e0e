package io.plumbline.recalls.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.plumbline.recalls.RecallDue;
import io.plumbline.recalls.RecallFilter;
import io.plumbline.recalls.RecallReason;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ui.Filters;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** The filter of the board in its URL; what is due today, whatever the reason, needs no word. */
final class RecallAddress {
    private static final String DUE = "due";
    private static final String REASON = "reason";
    private static final String CLINIC = "clinic";

    private RecallAddress() {}

    static RecallFilter read(Location address) {
        return new RecallFilter(
                Filters.of(address, DUE, RecallDue.class).orElse(RecallDue.TODAY),
                Filters.of(address, REASON, RecallReason.class).orElse(null),
                Ids.inAddress(Filters.text(address, CLINIC), ClinicId::new).orElse(null));
    }

    static QueryParameters query(RecallFilter filter) {
        var chosen = new LinkedHashMap<String, @Nullable Object>();
        chosen.put(DUE, filter.due() == RecallDue.TODAY ? null : filter.due());
        chosen.put(REASON, filter.reason());
        chosen.put(CLINIC, filter.clinic());
        return Filters.query(chosen);
    }

    /** Returns a URL that keeps a filter. */
    static String of(String place, RecallFilter filter) {
        return Filters.address(place, query(filter));
    }
}
