package io.plumbline.intake.contraindications;

import io.plumbline.patients.PatientDetails;
import io.plumbline.safety.contraindications.ContraindicationRules;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contraindications of the current user's patients. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.INTAKE_READ)
public class ContraindicationService {
    private final SignedAnswersQuery signed;
    private final ContraindicationRules rules;

    ContraindicationService(SignedAnswersQuery signed, ContraindicationRules rules) {
        this.signed = signed;
        this.rules = rules;
    }

    /**
     * Returns what stands of the contraindications of a patient whose chart the current user has open; empty for
     * non-clinicians. Of all signed intake notes, however many, that of the latest assessment which answers a
     * contraindication counts: one that is not asked again stays, and is never dropped.
     */
    public StandingContraindications findStanding(PatientDetails opened) {
        if (opened.clinical() == null) {
            return new StandingContraindications(false, List.of());
        }
        var standing = new ArrayList<StandingContraindication>();
        var answered = new HashSet<String>();
        var notes = signed.find(opened.records());
        for (var note : notes) {
            note.answers().forEach((code, answer) -> {
                if (answered.add(code) && answer.stands()) {
                    standing.add(new StandingContraindication(
                            code, answer, rules.find(code).orElse(null), note.note(), note.clinic(), note.signedAt()));
                }
            });
        }
        return new StandingContraindications(!notes.isEmpty(), List.copyOf(standing));
    }
}
