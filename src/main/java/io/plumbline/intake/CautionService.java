package io.plumbline.intake;

import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientService;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.contraindications.ContraindicationRules;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.PatientId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stands against the care of a patient when a plan begins. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PLAN_WRITE)
public class CautionService {
    private final PatientService patients;
    private final SafetyService safety;
    private final IntakeContraindications contraindications;
    private final ContraindicationRules rules;
    private final ClinicService clinics;

    CautionService(
            PatientService patients,
            SafetyService safety,
            IntakeContraindications contraindications,
            ContraindicationRules rules,
            ClinicService clinics) {
        this.patients = patients;
        this.safety = safety;
        this.contraindications = contraindications;
        this.rules = rules;
        this.clinics = clinics;
    }

    /**
     * Returns what stands against the care of a patient, in words, the red flags first: red flags of level E, U or R in
     * force, contraindications that are not ruled out, alerts about the whole patient, and surgery of the last 12 months.
     *
     * @throws NotAvailable if the patient is not in relation to the current user
     */
    public List<String> findStanding(PatientId id) {
        var patient =
                patients.details(id).filter(found -> found.clinical() != null).orElseThrow(NotAvailable::new);
        var newest = contraindications.newest(patient.records());
        return IntakeCautions.standing(
                patient,
                newest.map(IntakeNote::draft).orElse(IntakeDraft.of("")),
                newest.map(note -> contraindications.answersWith(note, patient.records()))
                        .map(Map::copyOf)
                        .orElse(Map.of()),
                rules,
                safety.findByPatient(patient),
                clinics::zoneOf);
    }
}
