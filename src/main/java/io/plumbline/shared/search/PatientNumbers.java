package io.plumbline.shared.search;

import io.plumbline.shared.ids.PatientId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Patient numbers, for users who may not see a patient's name; implemented by the patients module. */
public interface PatientNumbers {
    /** Returns the number of each patient, such as {@code P-1042}; leaves out unknown patients. */
    Map<PatientId, String> of(Collection<PatientId> patients);

    /**
     * Returns rows with the number of the patient of each.
     *
     * @param patient the patient of a row; null if it concerns none
     * @param numbered takes a row and the number; null if it concerns no patient, or an unknown one
     */
    default <T, R> List<R> with(
            List<T> rows, Function<T, @Nullable PatientId> patient, BiFunction<T, @Nullable String, R> numbered) {
        var known = of(rows.stream()
                .flatMap(row -> Stream.ofNullable(patient.apply(row)))
                .distinct()
                .toList());
        return rows.stream()
                .map(row -> numbered.apply(
                        row,
                        Optional.ofNullable(patient.apply(row)).map(known::get).orElse(null)))
                .toList();
    }
}
