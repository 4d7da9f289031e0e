package io.plumbline.shared.store;

import io.plumbline.shared.Causes;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionTimedOutException;

/** Detects failures of a database that is unavailable or read-only, and has the messages for them. */
public final class StoreAway {
    /** The message on screen; the screen that shows it keeps the input. */
    public static final String SENTENCE =
            "The database cannot be reached. Nothing was saved; what you typed is still here. Try again in a moment.";

    /** The message if the response to a save was lost, so that its outcome is unknown. */
    static final String IN_DOUBT = "The database stopped answering while this was being saved. What you typed"
            + " is still here. Check whether it was saved before you try again.";

    /** The message once the portal has ended its store, because its file is gone. */
    static final String ENDED = "The portal has lost its database, and saves nothing any more. What you typed is still"
            + " here: copy it, and call your administrator.";

    private static final String CONNECTION_FAILED = "08";

    /** How the connection pool says that it is closed, which it does with no code. */
    private static final String POOL_IS_CLOSED = "has been closed.";

    /** H2 error codes: closed, shut down, or no longer able to read or write the file. */
    private static final Set<Integer> CLOSED = Set.of(
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
            ErrorCode.CONNECTION_BROKEN_1,
            ErrorCode.OBJECT_CLOSED,
            ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2);

    /** MySQL error codes: read-only, read-only by the engine, shutting down. */
    private static final Set<Integer> TAKES_NOTHING = Set.of(1290, 1836, 1053);

    private StoreAway() {}

    /** Thrown if the outcome of a commit is unknown because the database became unavailable during it. */
    public static final class InDoubt extends TransactionException {
        private static final long serialVersionUID = 1L;

        /**
         * Creates the exception for a commit without a response.
         *
         * @param cause the failure of the commit
         */
        public InDoubt(Throwable cause) {
            super("The answer to a commit was lost", cause);
        }
    }

    /**
     * Returns whether the cause of a failure is a database that is unavailable, does not respond in time, or accepts no
     * changes.
     */
    public static boolean isCauseOf(Throwable failure) {
        return Causes.of(failure).anyMatch(cause -> switch (cause) {
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

    /** Returns the message for such a failure. */
    public static String sentence(Throwable failure) {
        if (Causes.of(failure).anyMatch(InDoubt.class::isInstance)) {
            return IN_DOUBT;
        }
        return isEnd(failure) ? ENDED : SENTENCE;
    }

    /** Returns whether the portal itself has ended the store, so that only a new start helps. */
    public static boolean isEnd(Throwable failure) {
        return Causes.of(failure)
                .anyMatch(cause -> cause instanceof SQLException said
                        && String.valueOf(said.getMessage()).endsWith(POOL_IS_CLOSED));
    }

    /** Returns whether H2 has closed itself: its connections no longer work, but a new one may open it again. */
    public static boolean isClosed(Throwable failure) {
        return Causes.of(failure)
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
}
