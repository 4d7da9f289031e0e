package io.plumbline.leads.migration;

import io.plumbline.leads.person.LeadToken;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the leads of a store that is older than the search their tokens; the rules of names are Java's. */
@Component
class LeadsFoundByWords implements JavaMigration {
    private static final int AT_ONCE = 1000;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("038.1");
    }

    @Override
    public String getDescription() {
        return "leads found by words";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        byte @Nullable [] last = new byte[16];
        while (last != null) {
            last = tokensAfter(context.getConnection(), last);
        }
    }

    /** The last lead that got tokens, or null where there was none any more. */
    private static byte @Nullable [] tokensAfter(Connection store, byte[] after) throws SQLException {
        byte[] last = null;
        try (var asked = store.prepareStatement("""
                        select id, queue_id, full_name, phone, email from consultation_lead where id > ?
                        order by id limit ?""");
                var written = store.prepareStatement(
                        "insert ignore into lead_token (queue_id, token, lead_id) values (?, ?, ?)")) {
            asked.setBytes(1, after);
            asked.setInt(2, AT_ONCE);
            try (var leads = asked.executeQuery()) {
                while (leads.next()) {
                    last = leads.getBytes("id");
                    addTokens(leads, written);
                }
            }
            written.executeBatch();
        }
        return last;
    }

    private static void addTokens(ResultSet lead, PreparedStatement written) throws SQLException {
        var phone = lead.getString("phone");
        var email = lead.getString("email");
        for (var token : LeadToken.of(
                new ClinicId(Ids.uuid(lead.getBytes("queue_id"))),
                lead.getString("full_name"),
                phone == null ? null : new PhoneNumber(phone),
                email == null ? null : new EmailAddress(email))) {
            written.setBytes(1, Ids.bytes(token.queueId().value()));
            written.setString(2, token.token());
            written.setBytes(3, lead.getBytes("id"));
            written.addBatch();
        }
    }
}
