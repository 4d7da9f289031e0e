package io.plumbline.patients.search;

import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientSearch;
import io.plumbline.patients.PossibleDuplicate;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.search.NameSpellings;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Searches patients by the tokens of their names, numbers and addresses. */
@Component
class PatientSearchByTokens implements PatientSearch {
    private final PatientTokenStore tokens;
    private final DuplicatePatientFinder duplicates;
    private final ClinicService clinics;

    PatientSearchByTokens(PatientTokenStore tokens, DuplicatePatientFinder duplicates, ClinicService clinics) {
        this.tokens = tokens;
        this.duplicates = duplicates;
        this.clinics = clinics;
    }

    @Override
    public List<PatientRow> findByClinics(Set<ClinicId> some, String typed, int limit) {
        return spelled(typed, limit, query -> tokens.findByClinics(some, query, limit));
    }

    @Override
    public List<PatientRow> findAmong(Set<PatientId> patients, String typed, int limit) {
        return spelled(typed, limit, query -> tokens.among(patients, query, limit));
    }

    /** Searches once for each spelling; nearly always there is one. */
    private List<PatientRow> spelled(String typed, int limit, Function<PatientQuery, List<PatientRow>> search) {
        var days = clinics.typedDays();
        var found = NameSpellings.of(typed).stream()
                .map(spelling -> PatientQuery.of(spelling, days))
                .distinct()
                .map(search)
                .toList();
        return found.size() == 1
                ? found.getFirst()
                : found.stream()
                        .flatMap(List::stream)
                        .distinct()
                        .sorted(Comparator.comparing(PatientRow::sortKey)
                                .thenComparing(row -> row.id().value()))
                        .limit(limit)
                        .toList();
    }

    @Override
    public List<PossibleDuplicate> findDuplicates(PatientDraft draft, Set<ClinicId> some) {
        return duplicates.find(draft, some);
    }

    @Override
    public void keep(PatientId patient, Map<PatientId, PatientDraft> records) {
        tokens.keep(patient, records);
    }

    @Override
    public void keepNew(Map<PatientId, PatientDraft> patients, ClinicId clinic) {
        tokens.keepNew(patients, clinic);
    }

    @Override
    public void foundAt(PatientId patient, ClinicId clinic) {
        tokens.foundAt(patient, clinic);
    }
}
