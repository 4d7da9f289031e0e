package io.plumbline.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plumbline.access.RunningOpening;
import io.plumbline.access.RunningOpenings;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Ids;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.Utc;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes a row in the transaction of what it records, so that the deed and its row stand or fall together. */
@Component
class AuditTrail {
    /** Turning pages and refreshing a record within this time is one look. */
    private static final Duration ONE_LOOK = Duration.ofMinutes(15);

    private static final String OPENED_WITH_REASON = "opened with a reason";
    private static final int LONGEST_DETAIL = 400;
    private static final int HASHED_BYTES = 12;

    private final JdbcClient jdbc;
    private final AuditKey key;
    private final RunningOpenings openings;
    private final Clock clock;

    /** Kept here and not asked of the table: a question would lock what other people write. A restart forgets it. */
    private final Cache<Look, Boolean> looks;

    AuditTrail(JdbcClient jdbc, AuditKey key, RunningOpenings openings, Clock clock) {
        looks = Caffeine.newBuilder()
                .expireAfterWrite(ONE_LOOK)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .maximumSize(100_000)
                .build();
        this.jdbc = jdbc;
        this.key = key;
        this.openings = openings;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(Recorded event) {
        var actor = actor(event);
        var opening = opening(event, actor);
        var words = hashed(event.words());
        var said = words.isEmpty() ? event.detail() : words + ", " + event.detail();
        var detail = opening.isPresent() ? marked(said) : said;
        var look = new Look(actor, event.subject(), event.kind(), words + event.repeats(), opening.orElse(null));
        if (event.isLook() && looks.getIfPresent(look) != null) {
            return;
        }
        write(event, actor.value(), detail);
        if (event.isLook()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    looks.put(look, true);
                }
            });
        }
    }

    /** The same words have the same hash, so that who has the key can look for a name; who reads the trail cannot. */
    private String hashed(String words) {
        return words.isBlank()
                ? ""
                : "words " + HexFormat.of().formatHex(key.of("words searched for", words), 0, HASHED_BYTES);
    }

    /** The opening with a reason by which somebody reaches the patient now. */
    private Optional<UUID> opening(Recorded event, StaffId actor) {
        var patient = event.patient();
        return patient == null || event.actor() != null || !Caller.current().isClinician()
                ? Optional.empty()
                : openings.of(actor, patient).map(RunningOpening::id);
    }

    /** The detail of what was done while a patient was open with a reason. */
    static String marked(String detail) {
        var marked = detail.isEmpty() ? OPENED_WITH_REASON : OPENED_WITH_REASON + ", " + detail;
        return marked.substring(0, Math.min(marked.length(), LONGEST_DETAIL));
    }

    private void write(Recorded event, UUID actor, String detail) {
        var patient = event.patient();
        var row = new TrailRow(
                Ids.next(),
                Utc.of(clock.instant()),
                actor,
                event.kind(),
                event.subject(),
                patient == null ? null : patient.value(),
                detail);
        jdbc.sql("""
                insert into audit_event (id, at, actor, kind, subject, patient, detail, mac)
                values (:id, :at, :actor, :kind, :subject, :patient, :detail, :mac)""")
                .param("id", Ids.bytes(row.id()))
                .param("at", row.at())
                .param("actor", Ids.bytes(row.actor()))
                .param("kind", row.kind())
                .param("subject", Ids.bytes(row.subject()))
                .param("patient", patient == null ? null : Ids.bytes(patient.value()))
                .param("detail", row.detail())
                .param("mac", key.codeOf(row.fields()))
                .update();
    }

    private static StaffId actor(Recorded event) {
        var named = event.actor();
        return named == null ? Caller.current().staff() : named;
    }

    private record Look(
            StaffId actor,
            UUID subject,
            String kind,
            String repeats,
            @Nullable UUID opening) {}
}
