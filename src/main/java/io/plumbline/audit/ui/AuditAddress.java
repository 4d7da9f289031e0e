package io.plumbline.audit.ui;

import com.vaadin.flow.router.QueryParameters;
import io.plumbline.audit.AuditEntryId;
import io.plumbline.audit.AuditFilter;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.Filters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The filter and the selected entry as part of the URL, so that reload, share and a second tab show the same. */
record AuditAddress(AuditFilter filter, @Nullable AuditEntryId entry) {
    static AuditAddress of(QueryParameters query) {
        return new AuditAddress(
                new AuditFilter(
                        Ids.inAddress(text(query, "person"), StaffId::new).orElse(null),
                        text(query, "patient"),
                        text(query, "kind"),
                        instant(query, "from"),
                        instant(query, "to")),
                Ids.inAddress(text(query, "entry"), AuditEntryId::new).orElse(null));
    }

    AuditAddress at(@Nullable AuditEntryId chosen) {
        return new AuditAddress(filter, chosen);
    }

    QueryParameters query() {
        var query = new LinkedHashMap<String, List<String>>();
        put(query, "person", filter.person());
        put(query, "patient", filter.patient());
        put(query, "kind", filter.kind());
        put(query, "from", minute(filter.from()));
        put(query, "to", minute(filter.to()));
        put(query, "entry", entry);
        return new QueryParameters(query);
    }

    /** Returns the URL as a link. */
    String link() {
        return Filters.address(Routes.AUDIT, query());
    }

    static @Nullable LocalDateTime minute(@Nullable Instant at) {
        return at == null ? null : LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static void put(LinkedHashMap<String, List<String>> query, String name, @Nullable Object value) {
        if (value != null) {
            query.put(name, List.of(value.toString()));
        }
    }

    private static @Nullable String text(QueryParameters query, String name) {
        return query.getSingleParameter(name).filter(text -> !text.isBlank()).orElse(null);
    }

    private static @Nullable Instant instant(QueryParameters query, String name) {
        try {
            return Optional.ofNullable(text(query, name))
                    .map(LocalDateTime::parse)
                    .map(at -> at.toInstant(ZoneOffset.UTC))
                    .orElse(null);
        } catch (DateTimeException noTime) {
            return null;
        }
    }
}
