package io.plumbline.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.intake.contraindications.StandingContraindication;
import io.plumbline.practitioners.Discipline;
import io.plumbline.safety.contraindications.Contraindication;
import io.plumbline.safety.contraindications.Contraindication.Level;
import io.plumbline.safety.contraindications.Contraindication.Technique;
import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.safety.contraindications.ContraindicationAnswer.Decision;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.IntakeId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A modality is struck only by what speaks against it as a whole. */
class ContraindicatedModalitiesTest {
    private static final Modalities.Modality LIGHT =
            new Modalities.Modality("LIGHT", "Light", "", List.of(Discipline.MASSAGE_THERAPY), false);
    private static final Modalities.Modality DEEP =
            new Modalities.Modality("DEEP", "Deep", "", List.of(Discipline.MASSAGE_THERAPY), true);

    @ParameterizedTest
    @CsvSource({
        "DEEP_PRESSURE, RELATIVE, DEEP",
        "DEEP_PRESSURE, ABSOLUTE, DEEP",
        "DEEP_PRESSURE, LOCAL, ''",
        "MASSAGE_ANY, ABSOLUTE, DEEP LIGHT",
        "MASSAGE_ANY, RELATIVE, ''",
        "MASSAGE_ANY, LOCAL, ''",
        "THRUST, ABSOLUTE, ''",
    })
    void whatIsStruckDependsOnTechniqueAndLevel(Technique technique, Level level, String struck) {
        var codes = struck.isEmpty() ? Set.<String>of() : Set.of(struck.split(" "));
        var against = ContraindicatedModalities.of(List.of(standing(technique, level)), List.of(LIGHT, DEEP));
        assertThat(against.keySet()).isEqualTo(codes);
    }

    @Test
    void theReasonNamesTheContraindicationAndItsReach() {
        var against =
                ContraindicatedModalities.of(List.of(standing(Technique.DEEP_PRESSURE, Level.RELATIVE)), List.of(DEEP));
        assertThat(against.get("DEEP")).contains("Osteoporosis", "Deep pressure, relative");
    }

    private static StandingContraindication standing(Technique technique, Level level) {
        var rule = new Contraindication(
                "CODE", "Osteoporosis", technique, level, null, "", null, List.of(), List.of(), null, null, null, null);
        return new StandingContraindication(
                "CODE",
                new ContraindicationAnswer("Osteoporosis", Decision.CONFIRMED, "", "1"),
                rule,
                new IntakeId(UUID.randomUUID()),
                new ClinicId(UUID.randomUUID()),
                Instant.EPOCH);
    }
}
