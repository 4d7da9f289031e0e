package io.plumbline.shared;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionTimedOutException;

/** Failures that say that the database is away or takes no changes, and what a person is told of them. */
public final class StoreAway {
    /** What a screen says; what was typed is kept by the screen that says it. */
    public static final String SENTENCE =
            "The database cannot be reached. Nothing was saved; what you typed stays. Try again in a moment.";

    /** What a screen says where the answer to a save was lost, so that nobody knows what became of it. */
    public static final String IN_DOUBT = "The database stopped answering while this was being saved. What you typed"
            + " stays. Look whether it was saved before you try again.";

    private static final String CONNECTION_FAILED = "08";

    /** Of H2: closed, ended, or no longer able to read or write its file. */
    private static final Set<Integer> CLOSED = Set.of(
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
            ErrorCode.CONNECTION_BROKEN_1,
            ErrorCode.OBJECT_CLOSED,
            ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2);

    /** Of MySQL: read-only, read-only by the engine, shutting down. */
    private static final Set<Integer> TAKES_NOTHING = Set.of(1290, 1836, 1053);

    private StoreAway() {}

    /** Nobody knows whether a change was kept: the store went away while it was committed. */
    public static final class InDoubt extends TransactionException {
        private static final long serialVersionUID = 1L;

        /**
         * Made where a commit was not answered.
         *
         * @param cause what the commit ended with
         */
        public InDoubt(Throwable cause) {
            super("The answer to a commit was lost", cause);
        }
    }

    /** Whether a failure comes from a store that is away, does not answer in time, or takes no changes. */
    public static boolean isCauseOf(Throwable failure) {
        return causes(failure).anyMatch(cause -> switch (cause) {
            case CannotCreateTransactionException none -> true;
            case TransactionTimedOutException late -> true;
            case DataAccessResourceFailureException none -> true;
            case TransientDataAccessResourceException none -> true;
            case RecoverableDataAccessException none -> true;
            case QueryTimeoutException late -> true;
            case InDoubt lost -> true;
            case SQLException said -> isAway(said);
            default -> false;
        });
    }

    /** What a screen says of such a failure. */
    public static String sentence(Throwable failure) {
        return causes(failure).anyMatch(InDoubt.class::isInstance) ? IN_DOUBT : SENTENCE;
    }

    /** Whether H2 has closed itself, so that its connections answer no more, while a new one may open it again. */
    public static boolean isClosed(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof SQLException said && CLOSED.contains(said.getErrorCode()));
    }

    private static boolean isAway(SQLException said) {
        var state = said.getSQLState();
        return said instanceof SQLTransientConnectionException
                || said instanceof SQLNonTransientConnectionException
                || said instanceof SQLRecoverableException
                || said instanceof SQLTimeoutException
                || state != null && state.startsWith(CONNECTION_FAILED)
                || CLOSED.contains(said.getErrorCode())
                || TAKES_NOTHING.contains(said.getErrorCode());
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
