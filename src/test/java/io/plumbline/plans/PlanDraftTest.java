package io.plumbline.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.phases.PlanPhase;
import io.plumbline.plans.PlanFactor.Status;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Refused;
import io.plumbline.taper.CarriedOver;
import io.plumbline.taper.Frequency;
import io.plumbline.taper.PlannedService;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a plan refuses while it is written, and whether its services and factors match. */
class PlanDraftTest {
    @Test
    void aServiceIsListedOnceInAPhase() {
        var twice = List.of(
                weekly(AppointmentType.MASSAGE, 4),
                new PlannedService(PlanPhase.RELIEF, AppointmentType.MASSAGE, null, Frequency.MONTHLY, 1));
        assertThatThrownBy(() -> new PlanDraft("Plan", "", null, twice))
                .isInstanceOf(Refused.class)
                .hasMessage("The phase Relief lists Massage twice. Use one line for each service");
    }

    @Test
    void aContributingFactorIsNamedOnce() {
        var twice = List.of(PlanFactor.open("SITTING"), PlanFactor.open("SITTING"));
        assertThatThrownBy(() -> massages().withFactors(twice))
                .isInstanceOf(Refused.class)
                .hasMessage("Name each contributing factor once");
    }

    @Test
    void aFactorIsUnaddressedUntilAServiceAnExerciseOrAdviceIsForIt() {
        assertThat(PlanFactor.open("SITTING").isUnaddressed()).isTrue();
        assertThat(factor(Status.OPEN, Set.of(AppointmentType.MASSAGE), "", "").isUnaddressed())
                .isFalse();
        assertThat(factor(Status.OPEN, Set.of(), "Bridge", "").isUnaddressed()).isFalse();
        assertThat(factor(Status.OPEN, Set.of(), "", "Stand up often").isUnaddressed())
                .isFalse();
        assertThat(factor(Status.RESOLVED, Set.of(), "", "").isUnaddressed()).isFalse();
    }

    @Test
    void aServiceThatAddressesNoFactorIsNamed() {
        var factors = List.of(factor(Status.OPEN, Set.of(AppointmentType.MASSAGE), "", ""));
        var planned = Set.of(AppointmentType.MASSAGE, AppointmentType.ADJUSTMENT);
        assertThat(PlanFactor.servicesWithoutFactor(factors, planned)).containsExactly(AppointmentType.ADJUSTMENT);
    }

    @Test
    void aPlanWithoutFactorsHasNoServiceToQuestion() {
        assertThat(PlanFactor.servicesWithoutFactor(List.of(), Set.of(AppointmentType.MASSAGE)))
                .isEmpty();
    }

    @Test
    void theVisitsOfAServiceAreCarriedOverOnce() {
        var twice = List.of(new CarriedOver(AppointmentType.MASSAGE, 2), new CarriedOver(AppointmentType.MASSAGE, 3));
        assertThatThrownBy(() -> massages().withCarriedOver(twice))
                .isInstanceOf(Refused.class)
                .hasMessage("Carry over the visits of each service once");
    }

    @Test
    void aRevisionThatWasStoredBeforeVisitsCouldBeCarriedOverIsRead() {
        var content = new PlanColumns.Content();
        var draft = massages().withCarriedOver(List.of(new CarriedOver(AppointmentType.MASSAGE, 2)));
        var stored = Objects.requireNonNull(content.convertToDatabaseColumn(draft));
        assertThat(content.convertToEntityAttribute(stored)).isEqualTo(draft);
        var older = stored.replaceFirst(",?\"carriedOver\":\\[[^]]*]", "");
        assertThat(older).doesNotContain("carriedOver");
        assertThat(content.convertToEntityAttribute(older)).isEqualTo(massages());
    }

    private static PlanFactor factor(Status status, Set<AppointmentType> services, String exercise, String advice) {
        return new PlanFactor("SITTING", status, services, exercise, advice);
    }

    private static PlanDraft massages() {
        return new PlanDraft("Plan", "", null, List.of(weekly(AppointmentType.MASSAGE, 4)));
    }

    private static PlannedService weekly(AppointmentType service, int visits) {
        return new PlannedService(PlanPhase.RELIEF, service, null, Frequency.WEEKLY, visits);
    }
}
