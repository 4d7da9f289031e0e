package io.plumbline.patients;

import io.plumbline.shared.ContinueElsewhere;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether something new may be begun on a record: the one rule for all who do. Nothing new is begun on a record that was
 * merged into another. For a deceased patient no visit, plan or intake is begun, and a session note only for a visit on or
 * before the day of death. What continues something that stands is no new entry: an addendum, a correction, a later
 * version, a file.
 *
 * @param asked the record on which it would be written
 * @param readAs the record under which the patient is read
 * @param number the patient number of that record
 * @param since the day of death, or since when the patient is inactive; null for a patient whose status never changed
 */
public record RecordState(
        PatientId asked,
        PatientId readAs,
        String number,
        PatientStatus status,
        @Nullable LocalDate since) {
    /**
     * Refuses what may not be begun now.
     *
     * @throws Refused with the reason, and of a merged record with the one to use; the message is for the user
     */
    public void require(NewEntry what) {
        requireNotMerged();
        if (what.isRefusedFor(status)) {
            throw new Refused(status.because() + ": " + what.refused());
        }
    }

    /** Returns whether it may be begun now, for screens that offer it. */
    public boolean mayBegin(NewEntry what) {
        return asked.equals(readAs) && !what.isRefusedFor(status);
    }

    /**
     * Refuses the session note of a visit after the patient's death, whether it is begun or signed.
     *
     * @param visit the day of the visit
     * @throws Refused with the day of death; the message is for the user
     */
    public void requireAliveOn(LocalDate visit) {
        findRefusalOfNote(visit).ifPresent(why -> {
            throw new Refused(why);
        });
    }

    /** Returns why there is no session note of a visit, for screens that would begin it; empty if there may be one. */
    public Optional<String> findRefusalOfNote(LocalDate visit) {
        if (status != PatientStatus.DECEASED || since != null && !visit.isAfter(since)) {
            return Optional.empty();
        }
        return Optional.of("The patient is deceased: a session note is only possible for a visit "
                + (since == null ? "before the death" : "on or before " + Dates.dayAndYear(since)));
    }

    /**
     * Returns the refusal of a record that was merged, with a link to the one that remains.
     *
     * @param readAs the record that remains, with its patient number
     * @param instead what to do there, as a sentence without a period
     */
    static ContinueElsewhere merged(PatientId readAs, String number, String instead) {
        return new ContinueElsewhere(
                "This record was merged into " + number + ". " + instead, "Open " + number, Routes.patient(readAs));
    }

    private void requireNotMerged() {
        if (!asked.equals(readAs)) {
            throw merged(readAs, number, "Continue in " + number);
        }
    }
}
