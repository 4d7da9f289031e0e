package io.plumbline.imports;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ImportStaffQuery {
    private final JdbcClient jdbc;

    ImportStaffQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns what colleagues call some staff members. */
    Map<StaffId, String> names(Set<StaffId> some) {
        if (some.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select id, display_name from staff_account where id in (:ids)")
                .param("ids", some)
                .query((row, n) -> Map.entry(new StaffId(Ids.uuid(row.getBytes(1))), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
