package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.store.OncePerTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class OncePerTransactionTest {
    private final List<String> asked = new ArrayList<>();
    private final OncePerTransaction<String, String> answers = new OncePerTransaction<>(key -> {
        asked.add(key);
        return key + asked.size();
    });

    @Test
    void aValueIsLoadedOncePerTransaction() {
        assertThat(inTransaction(() -> answers.of("a") + answers.of("b") + answers.of("a")))
                .isEqualTo("a1b2a1");
        assertThat(inTransaction(() -> answers.of("a"))).isEqualTo("a3");
        assertThat(asked).containsExactly("a", "b", "a");
    }

    @Test
    void aValueIsLoadedEachTimeWithoutATransaction() {
        assertThat(answers.of("a") + answers.of("a")).isEqualTo("a1a2");
    }

    @Test
    void aForgottenValueIsLoadedAgain() {
        assertThat(inTransaction(() -> {
                    answers.of("a");
                    answers.forget("a");
                    return answers.of("a");
                }))
                .isEqualTo("a2");
    }

    @Test
    void aNestedTransactionLoadsItsOwnValue() {
        assertThat(inTransaction(() -> answers.of("a") + inTransaction(() -> answers.of("a")) + answers.of("a")))
                .isEqualTo("a1a2a1");
    }

    @Test
    void aRolledBackTransactionLeavesNoValue() {
        var template = new TransactionTemplate(new Transactions());
        assertThat(template.<String>execute(status -> {
                    status.setRollbackOnly();
                    return answers.of("a");
                }))
                .isEqualTo("a1");
        assertThat(inTransaction(() -> answers.of("a"))).isEqualTo("a2");
    }

    private final TransactionTemplate transactions = requiresNew();

    private static TransactionTemplate requiresNew() {
        var template = new TransactionTemplate(new Transactions());
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return template;
    }

    private String inTransaction(Supplier<String> work) {
        return transactions.execute(status -> work.get());
    }

    /** Transactions of no store. */
    private static final class Transactions extends AbstractPlatformTransactionManager {
        private static final long serialVersionUID = 1L;

        private transient boolean isRunning;

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected boolean isExistingTransaction(Object transaction) {
            return isRunning;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            isRunning = true;
        }

        @Override
        protected Object doSuspend(Object transaction) {
            isRunning = false;
            return this;
        }

        @Override
        protected void doResume(Object transaction, Object suspended) {
            isRunning = true;
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}

        @Override
        protected void doCleanupAfterCompletion(Object transaction) {
            isRunning = false;
        }
    }
}
