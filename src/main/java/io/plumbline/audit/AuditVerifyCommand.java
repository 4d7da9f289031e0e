package io.plumbline.audit;

import io.plumbline.shared.Command;
import io.plumbline.shared.Count;
import java.io.PrintStream;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code ./portal audit verify}: verifies the audit trail and prints the first problem found. */
@Component
class AuditVerifyCommand implements Command {
    private static final int NOT_WHOLE = 1;
    private static final int NOT_UNDERSTOOD = 2;
    private static final long SAID_EVERY = 100_000;

    private final AuditVerification verification;
    private final NotedHeadFile inFile;

    AuditVerifyCommand(AuditVerification verification, NotedHeadFile inFile) {
        this.verification = verification;
        this.inFile = inFile;
    }

    @Override
    public String name() {
        return "audit verify";
    }

    @Override
    public int run(List<String> arguments, PrintStream answer) {
        try {
            return run(noted(arguments), answer);
        } catch (IllegalArgumentException | IllegalStateException notUnderstood) {
            System.err.println(notUnderstood.getMessage() + ".");
            return NOT_UNDERSTOOD;
        }
    }

    private int run(@Nullable AuditHead noted, PrintStream answer) {
        var verdict = verification.verify(noted, progress(), () -> false);
        var flaw = verdict.flaw();
        if (flaw != null) {
            answer.println("Audit trail not verified. First problem: " + flaw.words() + ".");
            if (inFile.isKept()) {
                System.err.println("The head was last noted in " + inFile + ".");
            }
            return NOT_WHOLE;
        }
        answer.println("Audit trail verified: " + verdict.rowsWords() + ", head " + verdict.head()
                + (verdict.waitingWords().isEmpty() ? "." : "; " + verdict.waitingWords() + ".")
                + (verdict.contentsWords().isEmpty() ? "" : " " + verdict.contentsWords() + ".")
                + (verdict.signedWords().isEmpty() ? "" : " " + verdict.signedWords() + "."));
        return 0;
    }

    private static @Nullable AuditHead noted(List<String> arguments) {
        if (arguments.size() > 1) {
            throw new IllegalArgumentException(
                    "The command audit verify takes no argument, or one head that was noted earlier");
        }
        return arguments.isEmpty() ? null : AuditHead.parse(arguments.getFirst());
    }

    private static LongConsumer progress() {
        return new LongConsumer() {
            private long said;

            @Override
            public void accept(long rows) {
                if (rows - said >= SAID_EVERY) {
                    said = rows;
                    System.err.println(Count.number(rows) + " rows and records checked");
                }
            }
        };
    }
}
