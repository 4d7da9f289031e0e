package io.plumbline.patients.duplicates;

import io.plumbline.patients.duplicates.PatientDuplicateStore.Kept;
import io.plumbline.patients.search.DuplicateReason;
import io.plumbline.patients.search.PatientMatchService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Searches patients who are probably the same person, for one patient at a time and once for each change, by the rules
 * of the hint that whoever adds a patient gets. Runs as the portal itself, on any node, after the change is saved: of two
 * patients who are added at once, one search finds the other.
 */
@Service
@Transactional
@Requires(Permission.PATIENT_MATCH)
public class PatientDuplicateSearchService {
    private static final int AT_ONCE = 50;

    private final PatientDuplicateStore pairs;
    private final PatientMatchService matches;
    private final Clock clock;

    PatientDuplicateSearchService(PatientDuplicateStore pairs, PatientMatchService matches, Clock clock) {
        this.pairs = pairs;
        this.matches = matches;
        this.clock = clock;
    }

    /** Returns up to 50 patients who changed since their last search, newest first. */
    @Transactional(readOnly = true)
    public Set<PatientId> due() {
        return pairs.due(AT_ONCE);
    }

    /**
     * Leaves a patient out whose search failed, until the patient changes again.
     *
     * @return false if another node took the patient
     */
    public boolean leaveOut(PatientId due) {
        return pairs.takeDue(due);
    }

    /**
     * Searches patients who are probably the same person as a queued patient. A pair that was dismissed stays so, unless
     * there is evidence now that there was not then.
     *
     * @return false if another node does
     */
    public boolean search(PatientId due) {
        if (!pairs.takeDue(due)) {
            return false;
        }
        var before = pairs.lock(due);
        var found = new TreeMap<PatientPair, Set<DuplicateReason>>();
        matches.findProbable(due).forEach(other -> found.put(PatientPair.of(due, other.patient()), other.reasons()));
        before.forEach((pair, kept) -> {
            // also of a dismissed pair, which is on a list of its own
            pairs.updateClinics(kept.id());
            if (found.containsKey(pair)) {
                keep(kept, found.get(pair));
            } else if (!kept.isDismissed()) {
                withdrawUnlessFoundFrom(pair.otherThan(due), pair, kept);
            }
        });
        found.forEach((pair, reasons) -> {
            if (!before.containsKey(pair)) {
                pairs.add(pair, reasons, clock.instant());
            }
        });
        return true;
    }

    private void keep(Kept kept, Set<DuplicateReason> now) {
        var isMore = DuplicateReason.isMore(kept.reasons(), now);
        if (kept.isDismissed() && !isMore) {
            return;
        }
        if (!kept.reasons().equals(now)) {
            pairs.replaceReasons(kept.id(), now);
        }
        if (kept.isDismissed()) {
            pairs.reopen(kept.id());
        }
    }

    /** Of a phone or an e-mail that many share, only the first are compared, so that one may find the other alone. */
    private void withdrawUnlessFoundFrom(PatientId other, PatientPair pair, Kept kept) {
        var isFound = matches.findProbable(other).stream()
                .anyMatch(found -> PatientPair.of(other, found.patient()).equals(pair));
        if (!isFound) {
            pairs.withdraw(kept.id());
        }
    }
}
