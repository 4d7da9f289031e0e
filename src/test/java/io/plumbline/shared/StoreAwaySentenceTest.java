package io.plumbline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.store.StoreAway;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.UnexpectedRollbackException;

/** Which failures a person is told of as a database that is away. */
class StoreAwaySentenceTest {
    static Stream<Throwable> away() {
        return Stream.of(
                new CannotCreateTransactionException("No connection"),
                new CannotGetJdbcConnectionException("No connection", new SQLTransientConnectionException()),
                new DataAccessResourceFailureException("Communications link failure"),
                new QueryTimeoutException("Took too long"),
                new TransactionTimedOutException("Took too long"),
                new JpaSystemException(new IllegalStateException(new SQLException("Link failure", "08S01"))),
                new UncategorizedSQLException("insert", "", new SQLException("Closed", "90098", 90098)),
                new UncategorizedSQLException("insert", "", new SQLException("super-read-only", "HY000", 1290)));
    }

    static Stream<Throwable> other() {
        return Stream.of(
                new OptimisticLockingFailureException("Somebody was quicker"),
                new DataIntegrityViolationException("Twice", new SQLException("Duplicate", "23000", 1062)),
                new UnexpectedRollbackException("Rolled back"),
                new IllegalStateException("A fault of ours"));
    }

    @ParameterizedTest
    @MethodSource("away")
    void anUnreachableDatabaseHasAMessage(Throwable failure) {
        assertThat(StoreAway.isCauseOf(failure)).isTrue();
        assertThat(StoreAway.sentence(failure))
                .isEqualTo(
                        "The database cannot be reached. Nothing was saved; what you typed is still here. Try again in a"
                                + " moment.");
    }

    @ParameterizedTest
    @MethodSource("other")
    void otherFailuresAreNotReportedAsAnUnreachableDatabase(Throwable failure) {
        assertThat(StoreAway.isCauseOf(failure)).isFalse();
    }

    @Test
    void aSaveInDoubtIsNotReportedAsNotSaved() {
        var lost = new StoreAway.InDoubt(new SQLException("Link failure", "08S01"));
        assertThat(StoreAway.isCauseOf(lost)).isTrue();
        assertThat(StoreAway.sentence(lost))
                .doesNotContain("Nothing was saved")
                .endsWith("Check whether it was saved before you try again.");
    }
}
