package io.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Clinical content is shown of whom the current user is in relation to, whatever clinic knows the patient. */
class PatientScopeTest {
    @Test
    void clinicalContentIsShownOnlyOfPatientsInRelation() {
        var mine = PatientId.next();
        var scope = new PatientScope(Set.of(ClinicId.next()), Set.of(mine));
        assertThat(scope.isClinical(mine)).isTrue();
        assertThat(scope.isClinical(PatientId.next())).isFalse();
    }
}
