package io.plumbline.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Ids;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.Utc;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
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

    private final JdbcClient jdbc;
    private final AuditKey key;
    private final Clock clock;

    /** Kept here and not asked of the table: a question would lock what other people write. A restart forgets it. */
    private final Cache<Look, Boolean> looks;

    AuditTrail(JdbcClient jdbc, AuditKey key, Clock clock) {
        looks = Caffeine.newBuilder()
                .expireAfterWrite(ONE_LOOK)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .maximumSize(100_000)
                .build();
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(Recorded event) {
        var look = new Look(actor(event), event.subject(), event.kind(), event.detail());
        if (event.isLook() && looks.getIfPresent(look) != null) {
            return;
        }
        write(event, look.actor().value());
        if (event.isLook()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    looks.put(look, true);
                }
            });
        }
    }

    private void write(Recorded event, UUID actor) {
        var patient = event.patient();
        var row = new Row(
                Ids.next(),
                Utc.of(clock.instant()),
                actor,
                event.kind(),
                event.subject(),
                patient == null ? null : patient.value(),
                event.detail());
        jdbc.sql("""
                insert into audit_event (id, at, actor, kind, subject, patient, detail, mac)
                values (:id, :at, :actor, :kind, :subject, :patient, :detail, :mac)""")
                .param("id", Ids.bytes(row.id))
                .param("at", row.at)
                .param("actor", Ids.bytes(row.actor))
                .param("kind", row.kind)
                .param("subject", Ids.bytes(row.subject))
                .param("patient", row.patient == null ? null : Ids.bytes(row.patient))
                .param("detail", row.detail)
                .param("mac", key.codeOf(row.fields()))
                .update();
    }

    private static StaffId actor(Recorded event) {
        var named = event.actor();
        return named == null ? Caller.current().staff() : named;
    }

    private record Look(StaffId actor, UUID subject, String kind, String detail) {}

    /** A row as its code is made from: each field with its length before it, so that none can run into the next. */
    private record Row(
            UUID id,
            LocalDateTime at,
            UUID actor,
            String kind,
            UUID subject,
            @Nullable UUID patient,
            String detail) {
        byte[] fields() {
            var bytes = new ByteArrayOutputStream();
            try (var out = new DataOutputStream(bytes)) {
                put(out, Ids.bytes(id));
                put(out, at.toString().getBytes(StandardCharsets.UTF_8));
                put(out, Ids.bytes(actor));
                put(out, kind.getBytes(StandardCharsets.UTF_8));
                put(out, Ids.bytes(subject));
                put(out, patient == null ? new byte[0] : Ids.bytes(patient));
                put(out, detail.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }

        private static void put(DataOutputStream out, byte[] field) throws IOException {
            out.writeInt(field.length);
            out.write(field);
        }
    }
}
