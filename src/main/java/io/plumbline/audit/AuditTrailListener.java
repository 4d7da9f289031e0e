package io.plumbline.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plumbline.access.breakglass.ActiveBreakGlass;
import io.plumbline.access.breakglass.ActiveBreakGlassQuery;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.SameReason;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
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

/**
 * Writes an audit row in the transaction of the event, so that the change and its row are committed or rolled back
 * together.
 */
@Component
class AuditTrailListener {
    /** Paging through or refreshing a record within this time counts as one view. */
    private static final Duration ONE_LOOK = Duration.ofMinutes(15);

    private static final String OPENED_WITH_REASON = "opened with a reason";
    private static final String SAME_REASON = "same reason";
    private static final int LONGEST_DETAIL = 400;
    private static final int HASHED_BYTES = 12;

    private final JdbcClient jdbc;
    private final AuditKey key;
    private final ActiveBreakGlassQuery breakGlass;
    private final Clock clock;

    /** Kept in memory because a query on the table would lock rows that others write. A restart clears it. */
    private final Cache<Look, Boolean> looks;

    AuditTrailListener(JdbcClient jdbc, AuditKey key, ActiveBreakGlassQuery breakGlass, Clock clock) {
        looks = Caffeine.newBuilder()
                .expireAfterWrite(ONE_LOOK)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .maximumSize(100_000)
                .build();
        this.jdbc = jdbc;
        this.key = key;
        this.breakGlass = breakGlass;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(Recorded event) {
        var actor = actor(event);
        var access = breakGlassAccess(event, actor);
        var words = hashed(event.words());
        var said = words.isEmpty() ? event.detail() : words + ", " + event.detail();
        var caused = SameReason.isTaken() && !event.isView() ? marked(SAME_REASON, said) : said;
        var detail = access.isPresent() ? marked(caused) : caused;
        var look = new Look(actor, event.subject(), event.kind(), words + event.repeats(), access.orElse(null));
        if (event.isView() && looks.getIfPresent(look) != null) {
            return;
        }
        write(event, actor.value(), detail);
        if (event.isView()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    looks.put(look, true);
                }
            });
        }
    }

    /**
     * Hashes search terms with the key: the same words have the same hash, so the owner of the key can check for a
     * name, but a reader of the trail cannot.
     */
    private String hashed(String words) {
        return words.isBlank()
                ? ""
                : "words " + HexFormat.of().formatHex(key.hash("words searched for", words), 0, HASHED_BYTES);
    }

    /** Returns the break-glass access through which the actor currently sees the patient. */
    private Optional<UUID> breakGlassAccess(Recorded event, StaffId actor) {
        var patient = event.patient();
        return patient == null
                        || event.actor() != null
                        || !CurrentUser.current().isClinician()
                ? Optional.empty()
                : breakGlass.findActive(actor, patient).map(ActiveBreakGlass::id);
    }

    /** Marks the detail of an action that was done under break-glass access. */
    static String marked(String detail) {
        return marked(OPENED_WITH_REASON, detail);
    }

    private static String marked(String mark, String detail) {
        var marked = detail.isEmpty() ? mark : mark + ", " + detail;
        return marked.substring(0, Math.min(marked.length(), LONGEST_DETAIL));
    }

    /** Writes the row of what the portal itself says of a record, without asking who acts, and how. */
    void append(Recorded event) {
        write(event, CurrentUser.SYSTEM.staff().value(), event.detail());
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
        return named == null ? CurrentUser.current().staff() : named;
    }

    private record Look(
            StaffId actor,
            UUID subject,
            String kind,
            String repeats,
            @Nullable UUID access) {}
}
