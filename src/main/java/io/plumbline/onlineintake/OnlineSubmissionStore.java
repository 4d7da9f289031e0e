package io.plumbline.onlineintake;

import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.ContentMac;
import io.plumbline.shared.signing.SignedRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Stores what was submitted by online intakes, and compares it with its hash; a row is never changed. */
@Component
class OnlineSubmissionStore implements SignedRecords {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final ContentMac seal;

    OnlineSubmissionStore(JdbcClient jdbc, ContentMac seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** Stores what was submitted, and returns its hash. */
    String add(SubmittedContent content) {
        var text = content.text();
        var hash = seal.computeMac(text);
        jdbc.sql("""
            insert into online_intake_submission (intake_id, patient_id, content, content_hash, submitted_at)
            values (?, ?, ?, ?, ?)\
            """)
                .param(content.intake())
                .param(content.patient())
                .param(text.json())
                .param(hash)
                .param(content.submittedAt())
                .update();
        return hash;
    }

    /** What was submitted, and whether it still has its hash. */
    record Found(SubmittedContent content, String hash, boolean isIntact) {}

    Optional<Found> find(OnlineIntakeId intake) {
        return jdbc.sql("select content, content_hash from online_intake_submission where intake_id = ?")
                .param(intake)
                .query((row, n) -> found(row))
                .optional();
    }

    private Found found(ResultSet row) throws SQLException {
        var text = row.getString("content");
        var hash = row.getString("content_hash");
        return new Found(JSON.readValue(text, SubmittedContent.class), hash, seal.fits(text, hash));
    }

    @Override
    public String name() {
        return "online intake";
    }

    @Override
    public String kind() {
        return OnlineIntakeEvent.Submitted.KIND;
    }

    @Override
    public List<Signed> after(UUID last, int limit) {
        return jdbc.sql("""
            select content, content_hash from online_intake_submission
            where intake_id > ? order by intake_id limit ?\
            """).params(last, limit).query((row, n) -> found(row)).list().stream()
                .map(OnlineSubmissionStore::signed)
                .toList();
    }

    private static Signed signed(Found found) {
        var patient = found.content().patient();
        return new Signed(
                found.content().intake(),
                new OnlineIntakeEvent.Submitted(
                        new OnlineIntakeId(found.content().intake()),
                        patient == null ? null : new PatientId(patient),
                        found.hash()),
                found.isIntact());
    }
}
