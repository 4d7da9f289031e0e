package io.plumbline.diagnoses;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The codes of the official order files that were imported; none while there was none. */
@Repository
class OfficialCodeStore {
    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    OfficialCodeStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Returns all by code, also retired ones. */
    List<OfficialCode> all() {
        return jdbc.sql("select code, description, release_year, retired_year from diagnosis_code order by code")
                .query((row, n) -> new OfficialCode(
                        row.getString("code"),
                        row.getString("description"),
                        row.getInt("release_year"),
                        row.getObject("retired_year", Integer.class)))
                .list();
    }

    void add(Collection<OfficialCode> codes) {
        batches.batchUpdate(
                "insert into diagnosis_code (description, release_year, retired_year, code) values (?, ?, ?, ?)",
                new ArrayList<>(codes),
                AT_ONCE,
                OfficialCodeStore::set);
    }

    void change(Collection<OfficialCode> codes) {
        batches.batchUpdate(
                "update diagnosis_code set description = ?, release_year = ?, retired_year = ? where code = ?",
                new ArrayList<>(codes),
                AT_ONCE,
                OfficialCodeStore::set);
    }

    private static void set(PreparedStatement row, OfficialCode code) throws SQLException {
        row.setString(1, code.description());
        row.setInt(2, code.year());
        row.setObject(3, code.retiredIn(), Types.INTEGER);
        row.setString(4, code.code());
    }
}
