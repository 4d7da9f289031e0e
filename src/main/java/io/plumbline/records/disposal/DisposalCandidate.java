package io.plumbline.records.disposal;

import io.plumbline.records.retention.KeepUntil;
import io.plumbline.records.retention.KeptBy;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A record whose retention the search found ended, by number alone, and what keeps it now.
 *
 * @param patient under which it is read
 * @param numbers of all its records that were merged, first the one under which they are read
 * @param foundUntil until when it was kept when the search found it, which orders the list
 * @param isListed whether it is on a disposal list that is not over
 * @param isFree whether it may be put on a disposal list
 */
public record DisposalCandidate(
        PatientId patient,
        List<String> numbers,
        LocalDate foundUntil,
        KeepUntil kept,
        boolean isListed,
        boolean isFree) {
    static DisposalCandidate of(
            PatientId patient,
            List<String> numbers,
            LocalDate foundUntil,
            KeepUntil kept,
            boolean isListed,
            LocalDate today) {
        return new DisposalCandidate(patient, numbers, foundUntil, kept, isListed, !isListed && kept.isOver(today));
    }

    /** Returns why it is kept; that its retention has ended if nothing keeps it. */
    public String standing() {
        if (isListed) {
            return "On a disposal list";
        }
        return isFree ? "Retention has ended" : "Kept: " + reasons(kept);
    }

    /** Returns why a record is kept, in sentences. */
    static String reasons(KeepUntil kept) {
        return kept.keptBy().isEmpty()
                ? "The patient was treated again, so the time has begun again."
                : kept.keptBy().stream().map(KeptBy::sentence).collect(Collectors.joining(" "));
    }
}
