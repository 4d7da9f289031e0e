package io.plumbline.audit;

import io.plumbline.access.SystemActor;
import io.plumbline.shared.Command;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code ./portal audit accept}: accepts a trail that differs from the known one, after a restore or an upgrade of a
 * database that was never chained. Requires access to the machine, and is recorded in the trail. Nothing else can start
 * a chain over existing rows, so SQL access alone is not enough.
 */
@Component
class AuditAcceptCommand implements Command {
    private static final int REFUSED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private final AuditHeadStore heads;
    private final NotedHeadFile noted;
    private final KeptHeads checkpoints;
    private final AuditChainJob chainJob;
    private final JdbcClient jdbc;
    private final SystemActor system;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    AuditAcceptCommand(
            AuditHeadStore heads,
            NotedHeadFile noted,
            KeptHeads checkpoints,
            AuditChainJob chainJob,
            JdbcClient jdbc,
            SystemActor system,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.heads = heads;
        this.noted = noted;
        this.checkpoints = checkpoints;
        this.chainJob = chainJob;
        this.jdbc = jdbc;
        this.system = system;
        this.transactions = transactions;
        this.events = events;
    }

    @Override
    public String name() {
        return "audit accept";
    }

    @Override
    public int run(List<String> arguments, PrintStream answer) {
        if (!arguments.isEmpty()) {
            System.err.println("The command audit accept takes no arguments.");
            return NOT_UNDERSTOOD;
        }
        var kept = heads.read();
        if (kept.isPresent() ? !kept.get().isGenuine() : hasChainedRows()) {
            answer.println(
                    "This cannot be accepted: the trail was chained, and its head is missing or altered. Restore the"
                            + " store from a backup.");
            return REFUSED;
        }
        var accepted = new ArrayList<String>();
        if (kept.isEmpty()) {
            accepted.add("a trail of " + rows() + " rows that had no head");
        }
        whatIsNotHeld(accepted);
        if (accepted.isEmpty()) {
            answer.println("There is nothing to accept: the trail contains the noted head." + whatToMove());
            return 0;
        }
        var words = String.join(", ", accepted);
        system.run(() -> transactions.executeWithoutResult(transaction -> {
            if (kept.isEmpty()) {
                heads.begin();
            }
            events.publishEvent(new AuditEvent.Accepted(words));
        }));
        chainJob.chainPending();
        var head = heads.read().orElseThrow().head();
        try {
            noted.write(head);
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
        answer.println("Accepted, and on record: " + words + ". The head is now " + head + "." + whatToMove());
        return 0;
    }

    /** No command touches the checkpoints: what can remove evidence is none. */
    private String whatToMove() {
        try {
            var others = checkpoints.readAll().heads().stream()
                    .filter(kept -> !heads.holds(kept.head()))
                    .toList();
            return others.isEmpty()
                    ? ""
                    : " Of the checkpoints outside " + others.size() + " are not part of it, first "
                            + others.getFirst().place() + ": move them elsewhere, and keep them.";
        } catch (IllegalStateException unreadable) {
            return " " + unreadable.getMessage() + ".";
        }
    }

    private void whatIsNotHeld(List<String> accepted) {
        try {
            noted.read()
                    .filter(head -> !heads.holds(head))
                    .ifPresent(head -> accepted.add("a noted head that is not part of it: " + head));
        } catch (IOException | IllegalArgumentException unreadable) {
            accepted.add("a noted head that could not be read");
        }
    }

    private boolean hasChainedRows() {
        return jdbc.sql("select max(seq) from audit_event")
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private long rows() {
        return jdbc.sql("select count(*) from audit_event").query(Long.class).single();
    }
}
