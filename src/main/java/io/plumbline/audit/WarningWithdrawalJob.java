package io.plumbline.audit;

import io.plumbline.access.SystemActor;
import io.plumbline.shared.Count;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.SignedRecords;
import java.util.List;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Withdraws, in the audit trail, the warnings about session notes that nobody had changed: builds from 22 to 29 November
 * 2026 did not know the texts in which earlier ones had signed. Only a note in such a text that is as it was signed; a
 * warning about any other record stands, whatever the record says by now. Each note once, after the start.
 */
@Component
class WarningWithdrawalJob {
    private static final Logger LOG = LoggerFactory.getLogger(WarningWithdrawalJob.class);

    private static final String WARNED = "note.not-as-signed";

    private final JdbcClient jdbc;
    private final ObjectProvider<SignedRecords> modules;
    private final SignatureRowQuery signatures;
    private final SystemActor system;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;

    WarningWithdrawalJob(
            JdbcClient jdbc,
            ObjectProvider<SignedRecords> modules,
            SignatureRowQuery signatures,
            SystemActor system,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.modules = modules;
        this.signatures = signatures;
        this.system = system;
        this.transactions = transactions;
        this.events = events;
    }

    /** An audit event: the warning that a session note is not what was signed is withdrawn. */
    private record Withdrawn(UUID subject, PatientId patient) implements Recorded {
        static final String KIND = "note.warning-withdrawn";

        @Override
        public String kind() {
            return KIND;
        }
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "P1D")
    @SchedulerLock(name = "withdrawn-warnings")
    void withdraw() {
        var withdrawn = warned().stream().filter(this::isMistaken).toList();
        withdrawn.forEach(warning ->
                system.run(() -> transactions.executeWithoutResult(transaction -> events.publishEvent(warning))));
        if (!withdrawn.isEmpty()) {
            LOG.info(
                    "Withdrew the warnings about {}, found as signed",
                    Count.of(withdrawn.size(), "session note", "session notes"));
        }
    }

    private List<Withdrawn> warned() {
        return jdbc.sql("""
                        select distinct w.subject, w.patient from audit_event w where w.kind = :warned
                        and not exists (select 1 from audit_event t where t.kind = :withdrawn and t.subject = w.subject)""")
                .param("warned", WARNED)
                .param("withdrawn", Withdrawn.KIND)
                .query(Withdrawn.class)
                .list();
    }

    private boolean isMistaken(Withdrawn warning) {
        return modules.orderedStream()
                .flatMap(records -> records.findSignedInEarlierText(warning.subject()).stream())
                .anyMatch(signatures::holds);
    }
}
