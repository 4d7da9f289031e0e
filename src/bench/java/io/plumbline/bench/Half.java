package io.plumbline.bench;

import java.sql.SQLException;
import java.util.List;

/** One way to the same answer: by the portal's service, or by statements written by hand. */
@FunctionalInterface
interface Half {
    /** What it answers; empty where it only changes something. */
    List<?> run() throws SQLException;
}
