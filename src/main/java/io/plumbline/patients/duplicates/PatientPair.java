package io.plumbline.patients.duplicates;

import io.plumbline.shared.ids.PatientId;
import java.util.Comparator;

/** Two patients, the one with the smaller id first; compared in the order in which pairs are locked. */
record PatientPair(PatientId first, PatientId second) implements Comparable<PatientPair> {
    private static final Comparator<PatientPair> ORDER = Comparator.comparing(
                    (PatientPair pair) -> pair.first().value())
            .thenComparing(pair -> pair.second().value());

    static PatientPair of(PatientId one, PatientId other) {
        return one.value().compareTo(other.value()) < 0 ? new PatientPair(one, other) : new PatientPair(other, one);
    }

    PatientId otherThan(PatientId one) {
        return first.equals(one) ? second : first;
    }

    @Override
    public int compareTo(PatientPair other) {
        return ORDER.compare(this, other);
    }
}
