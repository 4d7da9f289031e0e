package io.plumbline.patients.search;

import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientSearch;
import io.plumbline.patients.PossibleDuplicate;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        return tokens.findByClinics(some, query(typed), limit);
    }

    @Override
    public List<PatientRow> findAmong(Set<PatientId> patients, String typed, int limit) {
        return tokens.among(patients, query(typed), limit);
    }

    private PatientQuery query(String typed) {
        return PatientQuery.of(typed, clinics.typedDays());
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
