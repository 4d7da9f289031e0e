package io.plumbline.leads.migration;

import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the leads of a store that is older than the search for duplicates the sound of their names. */
@Component
class LeadsFoundBySound implements JavaMigration {
    private final LeadsFoundByWords tokens;

    LeadsFoundBySound(LeadsFoundByWords tokens) {
        this.tokens = tokens;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("041.1");
    }

    @Override
    public String getDescription() {
        return "leads found by sound";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    /** Those that are there already stay. */
    @Override
    public void migrate(Context context) throws SQLException {
        tokens.migrate(context);
    }
}
