package io.plumbline.imports;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.PatientId;
import java.util.UUID;

/** Events of imports of patients for the audit trail. Each patient who is added has an event besides. */
sealed interface ImportEvent extends Recorded {
    ImportId id();

    @Override
    default UUID subject() {
        return id().value();
    }

    /** A file was received. */
    record Begun(ImportId id, String sha256) implements ImportEvent {
        @Override
        public String detail() {
            return "sha256 " + sha256;
        }
    }

    /** All rows of a file were read and compared with the patients. */
    record Checked(ImportId id, long rows) implements ImportEvent {
        @Override
        public String detail() {
            return rows + " rows";
        }
    }

    /**
     * Possible duplicates were decided.
     *
     * @param rows which rows
     */
    record Decided(ImportId id, String rows, DuplicateDecision decision) implements ImportEvent {
        @Override
        public String detail() {
            return rows + ": " + decision;
        }
    }

    /** The rows that are not imported were downloaded. */
    record ProblemsDownloaded(ImportId id) implements ImportEvent {}

    /** A row was matched to a patient who was there. */
    record Matched(ImportId id, PatientId patient, long row) implements ImportEvent {
        @Override
        public String detail() {
            return "row " + row;
        }
    }

    /** The import began or went on. */
    record Started(ImportId id, long after) implements ImportEvent {
        @Override
        public String detail() {
            return "after row " + after;
        }
    }

    /** The import was stopped by a person. */
    record Stopped(ImportId id, long after) implements ImportEvent {
        @Override
        public String detail() {
            return "after row " + after;
        }
    }

    /** The last row was imported. */
    record Done(ImportId id, long added, long matched, long skipped) implements ImportEvent {
        @Override
        public String detail() {
            return added + " added, " + matched + " known, " + skipped + " skipped";
        }
    }

    /** The import was taken back. */
    record Reverted(ImportId id, long removed, long kept) implements ImportEvent {
        @Override
        public String detail() {
            return removed + " removed, " + kept + " kept";
        }
    }

    /** The file and what the check found about its rows were deleted, since they were kept long enough. */
    record FileDeleted(ImportId id) implements ImportEvent {}
}
