package io.plumbline.records.disposal;

import io.plumbline.shared.Count;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.PatientId;
import java.util.UUID;

/** Events of the disposal of records for the audit trail. */
sealed interface DisposalEvent extends Recorded {
    DisposalListId list();

    @Override
    default UUID subject() {
        return list().value();
    }

    /** What happened to a list as a whole. */
    sealed interface OfList extends DisposalEvent {
        /** How many records are on the list. */
        int records();

        @Override
        default String detail() {
            return Count.of(records(), "record", "records");
        }
    }

    /** A list was proposed. */
    record Proposed(DisposalListId list, int records) implements OfList {}

    /** A record was put on a list. */
    @StoredKind("disposal.record-listed")
    record Listed(DisposalListId list, PatientId patient) implements DisposalEvent {}

    /** A second person approved a list. */
    record Approved(DisposalListId list, int records) implements OfList {}

    /** A second person declined a list. */
    record Declined(DisposalListId list, int records) implements OfList {}

    /** A list was canceled before its disposal began. */
    record Canceled(DisposalListId list, int records) implements OfList {}

    /** The disposal of a list began. */
    record Begun(DisposalListId list, int records) implements OfList {}

    /** The disposal of a list ended. */
    record Done(DisposalListId list, int records) implements OfList {}

    /**
     * A record was disposed of.
     *
     * @param sha256 the hash of all that went
     */
    @StoredKind("disposal.record-disposed")
    record Disposed(DisposalListId list, PatientId patient, long rows, String sha256) implements DisposalEvent {
        @Override
        public String detail() {
            return rows + " rows, SHA-256 " + sha256;
        }
    }

    /** A record on a list was kept, because something keeps it now. */
    @StoredKind("disposal.record-kept")
    record Kept(DisposalListId list, PatientId patient) implements DisposalEvent {}
}
